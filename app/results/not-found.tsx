import { useTranslations } from "next-intl";
import { FirstSteps } from "@/components/site/first-steps";
import { NotFoundPage } from "@/components/ui/not-found-page";

export default function ResultsNotFound() {
  const t = useTranslations("results");
  return (
    <NotFoundPage
      title={t("notFoundTitle")}
      text={t("notFoundText")}
      actions={<FirstSteps quiz={t("takeQuiz")} browse={t("browse")} />}
    />
  );
}
