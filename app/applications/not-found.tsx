import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/state-message";

export default function ApplicationNotFound() {
  const t = useTranslations("applications.detail");
  return (
    <EmptyState
      level={1}
      art="fog"
      title={t("notFoundTitle")}
      actions={
        <Button variant="contained" href="/applications">
          {t("back")}
        </Button>
      }
    >
      {t("notFoundText")}
    </EmptyState>
  );
}
