import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { MeterBar } from "@/components/ui/meter-bar";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";

/** How exposed a career is to language models, among all careers, in a bar and in words. */
export function AiExposure({ ai }: { ai: CatalogueCareer["ai"] }) {
  const t = useTranslations("facts");
  const percentile = ai.exposurePercentile;
  if (percentile === null) return <Typography variant="body2">{t("aiUnknown")}</Typography>;
  const percent = Math.round(percentile);
  const level = percentile < 100 / 3 ? "aiLow" : percentile < 200 / 3 ? "aiMedium" : "aiHigh";
  return (
    <Box>
      <MeterBar label={t("aiExposureLabel")} value={percentile} max={100} valueText={t(level)} />
      <Typography variant="body2" sx={{ mt: 1 }}>
        {percentile >= 50 ? t("aiMore", { percent }) : t("aiLess", { percent: 100 - percent })}
      </Typography>
    </Box>
  );
}
