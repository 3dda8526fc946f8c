import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";
import { EmptyState } from "@/components/ui/state-message";

export default function CareerNotFound() {
  const t = useTranslations();
  return (
    <PageContainer width="text">
      <EmptyState
        level={1}
        art="fog"
        title={t("career.notFoundTitle")}
        actions={
          <>
            <Button variant="contained" size="large" href="/careers">
              {t("nav.careers")}
            </Button>
            <Button variant="outlined" size="large" href="/quiz">
              {t("nav.quiz")}
            </Button>
          </>
        }
      >
        {t("career.notFoundText")}
      </EmptyState>
    </PageContainer>
  );
}
