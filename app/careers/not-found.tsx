import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { NotFoundPage } from "@/components/ui/not-found-page";

export default function CareerNotFound() {
  const t = useTranslations();
  return (
    <NotFoundPage
      title={t("career.notFoundTitle")}
      text={t("career.notFoundText")}
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
    />
  );
}
