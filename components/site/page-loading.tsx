import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";

/** A page's outline while it loads: a title and a few blocks, announced once. */
export function PageLoading({ width = "page", blocks = 3 }: { width?: "text" | "page"; blocks?: number }) {
  const t = useTranslations("common");
  return (
    <PageContainer width={width}>
      <Box role="status" aria-label={t("loading")}>
        <Skeleton variant="rounded" width="60%" height={44} sx={{ mb: 3 }} />
        {Array.from({ length: blocks }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders
          <Skeleton key={index} variant="rounded" height={120} sx={{ mb: 2, borderRadius: 5 }} />
        ))}
      </Box>
    </PageContainer>
  );
}
