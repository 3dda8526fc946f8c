import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";
import { EmptyState } from "@/components/ui/state-message";

export default function NotFound() {
  const t = useTranslations();
  return (
    <PageContainer width="text">
      <EmptyState
        level={1}
        art="fog"
        title={t("errors.notFoundTitle")}
        actions={
          <>
            <Button variant="contained" href="/">
              {t("common.home")}
            </Button>
            <Button variant="outlined" href="/careers">
              {t("nav.careers")}
            </Button>
          </>
        }
      >
        {t("errors.notFoundText")}
      </EmptyState>
    </PageContainer>
  );
}
