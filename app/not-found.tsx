import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { NotFoundPage } from "@/components/ui/not-found-page";

export default function NotFound() {
  const t = useTranslations();
  return (
    <NotFoundPage
      title={t("errors.notFoundTitle")}
      text={t("errors.notFoundText")}
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
    />
  );
}
