import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { PageContainer } from "@/components/ui/page-container";
import { EmptyState } from "@/components/ui/state-message";

export default function ResultsNotFound() {
  const t = useTranslations("results");
  return (
    <PageContainer width="text">
      <EmptyState
        level={1}
        art="fog"
        title={t("notFoundTitle")}
        actions={
          <>
            <Button variant="contained" color="blaze" size="large" href="/quiz">
              {t("takeQuiz")}
            </Button>
            <Button variant="outlined" size="large" href="/careers">
              {t("browse")}
            </Button>
          </>
        }
      >
        {t("notFoundText")}
      </EmptyState>
    </PageContainer>
  );
}
