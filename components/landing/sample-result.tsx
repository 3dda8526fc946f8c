import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import SwapHorizRounded from "@mui/icons-material/SwapHorizRounded";
import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import CardContent from "@mui/material/CardContent";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MeterBar } from "@/components/ui/meter-bar";
import { RangeBar } from "@/components/ui/range-bar";
import { StatTile } from "@/components/ui/stat-tile";

/** Figures of occupation 47-2111.00 as the catalogue ships them, and ratings of an invented person. */
const SAMPLE = {
  rank: 1,
  score: 82,
  wages: { p10: 39_430, median: 62_350, p90: 106_030 },
  growth: 0.095,
  openings: 81_000,
  meters: [
    { message: "sampleTools", you: 9, career: 9.4 },
    { message: "sampleBuilding", you: 8, career: 8.3 },
    { message: "sampleTeaching", you: 6, career: 4.5 },
  ],
} as const;

const WAGE_SCALE_MAX = 160_000;

function Reason({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: "grid", gridTemplateColumns: "24px 1fr", gap: 1.25, mt: 1.5 }}>
      {icon}
      <Typography variant="body2">
        <strong>{title}: </strong>
        {children}
      </Typography>
    </Box>
  );
}

/** A result as it looks in the product, for the landing page. */
export function SampleResult() {
  const t = useTranslations("landing");
  const format = useFormatter();
  const dollars = (amount: number) =>
    format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const { p10, median, p90 } = SAMPLE.wages;
  return (
    <Card component="article" aria-labelledby="sample-career">
      <CardContent>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mb: 1.5 }}>
          <Chip variant="soft" color="blaze" label={t("sampleTag")} />
          <Chip variant="soft" color="primary" label={t("sampleRank", { rank: SAMPLE.rank })} />
          <Chip variant="soft" label={t("sampleCluster")} />
        </Box>
        <Box sx={{ display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: 2 }}>
          <Typography variant="h3" id="sample-career">
            {t("sampleCareer")}
          </Typography>
          <Typography variant="h5" component="p" sx={{ color: "primary.main", whiteSpace: "nowrap" }}>
            {t("sampleScore", { score: SAMPLE.score })}
          </Typography>
        </Box>
        <Typography sx={{ color: "text.secondary", mt: 1 }}>{t("sampleSummary")}</Typography>
        <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0, mt: 2 }}>
          <Reason icon={<AddCircleOutlineRounded color="success" />} title={t("sampleFor")}>
            {t("sampleFor1")} {t("sampleFor2")}
          </Reason>
          <Reason icon={<RemoveCircleOutlineRounded color="secondary" />} title={t("sampleAgainst")}>
            {t("sampleAgainst1")}
          </Reason>
          <Reason icon={<SwapHorizRounded color="info" />} title={t("sampleChange")}>
            {t("sampleChange1")}
          </Reason>
        </Box>
        <Typography variant="subtitle2" component="p" sx={{ mt: 3, mb: 0.5 }}>
          {t("samplePay")}
        </Typography>
        <RangeBar
          label={t("samplePayLabel")}
          low={p10}
          median={median}
          high={p90}
          scaleMax={WAGE_SCALE_MAX}
          lowText={dollars(p10)}
          medianText={dollars(median)}
          highText={dollars(p90)}
        />
        <Box sx={{ mt: 2.5, display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fit, minmax(8.5rem, 1fr))" }}>
          <StatTile
            variant="plain"
            label={t("sampleGrowth")}
            value={format.number(SAMPLE.growth, { style: "percent", signDisplay: "always", maximumFractionDigits: 1 })}
          />
          <StatTile variant="plain" label={t("sampleOpenings")} value={format.number(SAMPLE.openings)} />
          <StatTile variant="plain" label={t("sampleSchooling")} value={t("sampleSchoolingValue")} />
        </Box>
        <Box sx={{ mt: 3, display: "grid", gap: 2 }}>
          {SAMPLE.meters.map(({ message, you, career }) => (
            <MeterBar
              key={message}
              label={t(message)}
              value={you}
              compareValue={career}
              valueText={t("sampleYou", { you, career })}
            />
          ))}
        </Box>
      </CardContent>
    </Card>
  );
}
