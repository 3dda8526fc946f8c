import { useTranslations } from "next-intl";
import { MeterBar } from "@/components/ui/meter-bar";
import text from "@/components/ui/type.module.css";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";

/** How exposed a career is to language models, among all careers, in a bar and in words. */
export function AiExposure({ ai }: { ai: CatalogueCareer["ai"] }) {
  const t = useTranslations("facts");
  const percentile = ai.exposurePercentile;
  if (percentile === null) return <p className={text.small}>{t("aiUnknown")}</p>;
  const percent = Math.round(percentile);
  const level = percentile < 100 / 3 ? "aiLow" : percentile < 200 / 3 ? "aiMedium" : "aiHigh";
  return (
    <>
      <MeterBar label={t("aiExposureLabel")} value={percentile} max={100} valueText={t(level)} />
      <p className={text.small} style={{ marginTop: 8 }}>
        {percentile >= 50 ? t("aiMore", { percent }) : t("aiLess", { percent: 100 - percent })}
      </p>
    </>
  );
}
