import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";

/** The outline of the results: a heading, the cards and, where there is room, the controls beside them. */
export default function ResultsLoading() {
  const t = useTranslations("common");
  return (
    <PageContainer>
      <Box role="status" aria-label={t("loading")}>
        <Skeleton variant="rounded" width="70%" height={48} sx={{ mb: 2 }} />
        <Skeleton variant="rounded" width="90%" height={24} sx={{ mb: 4 }} />
        <Box sx={{ display: "grid", gap: 3, gridTemplateColumns: { xs: "1fr", md: "minmax(0, 1fr) 320px" } }}>
          <div>
            {["a", "b", "c"].map((key) => (
              <Skeleton key={key} variant="rounded" height={260} sx={{ mb: 2, borderRadius: 5 }} />
            ))}
          </div>
          <Skeleton variant="rounded" height={560} sx={{ display: { xs: "none", md: "block" }, borderRadius: 5 }} />
        </Box>
      </Box>
    </PageContainer>
  );
}
