import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";

const CARDS = ["a", "b", "c", "d", "e", "f"];

/** The outline of the list: heading, search, filters and cards. */
export default function CareersLoading() {
  const t = useTranslations("browse");
  return (
    <PageContainer>
      <Box role="status" aria-label={t("loading")}>
        <Skeleton variant="rounded" width="60%" height={48} sx={{ mb: 2 }} />
        <Skeleton variant="rounded" width="80%" height={24} sx={{ mb: 4 }} />
        <Skeleton variant="rounded" height={56} sx={{ mb: 2 }} />
        <Skeleton variant="rounded" height={56} sx={{ mb: 4 }} />
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 19rem), 1fr))" }}>
          {CARDS.map((key) => (
            <Skeleton key={key} variant="rounded" height={250} sx={{ borderRadius: 5 }} />
          ))}
        </Box>
      </Box>
    </PageContainer>
  );
}
