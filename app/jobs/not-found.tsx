import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { NotFoundPage } from "@/components/ui/not-found-page";

export default function JobNotFound() {
  const t = useTranslations("jobs.page");
  return (
    <NotFoundPage
      title={t("notFoundTitle")}
      text={t("notFoundText")}
      actions={
        <Button variant="contained" size="large" href="/jobs">
          {t("seeJobs")}
        </Button>
      }
    />
  );
}
