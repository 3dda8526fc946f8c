import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";

/** The outline of a career's page: title, figures, text. */
export default function CareerLoading() {
  const t = useTranslations("common");
  return (
    <PageContainer>
      <Box role="status" aria-label={t("loading")}>
        <Skeleton variant="rounded" width={160} height={24} sx={{ mb: 3 }} />
        <Skeleton variant="rounded" width="70%" height={52} sx={{ mb: 2 }} />
        <Skeleton variant="rounded" width="90%" height={56} sx={{ mb: 4 }} />
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr 1fr", md: "repeat(4, 1fr)" }, mb: 4 }}>
          {["a", "b", "c", "d"].map((key) => (
            <Skeleton key={key} variant="rounded" height={104} sx={{ borderRadius: 5 }} />
          ))}
        </Box>
        <Skeleton variant="rounded" height={280} sx={{ borderRadius: 5 }} />
      </Box>
    </PageContainer>
  );
}
