import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useFormatter, useTranslations } from "next-intl";
import type { Recommendation } from "@/lib/contracts/results";
import { roundToSum } from "./round-to-sum";

type PartName = keyof Recommendation["parts"];

const ORDER: readonly PartName[] = ["embedding", "ability", "values", "schooling", "salary", "growth", "balance", "ai"];

/** Fill and pattern of each part: neighbors differ in both, so the bar also works in gray. */
const FILLS: Record<PartName, string> = {
  embedding: "var(--wm-palette-primary-main)",
  ability: "var(--wm-palette-blaze-main)",
  values: stripes("var(--wm-palette-info-main)"),
  schooling: "var(--wm-palette-warning-main)",
  salary: stripes("var(--wm-palette-success-main)"),
  growth: "var(--wm-palette-info-main)",
  balance: stripes("var(--wm-palette-primary-light)"),
  ai: "var(--wm-palette-error-light)",
};

function stripes(color: string): string {
  return `repeating-linear-gradient(45deg, ${color} 0 5px, color-mix(in srgb, ${color} 62%, var(--wm-palette-background-paper)) 5px 9px)`;
}

/** How a match comes about: its parts as one stacked bar and as numbers that add up to it. */
export function MatchParts({ parts, score }: Pick<Recommendation, "parts" | "score">) {
  const t = useTranslations("results");
  const format = useFormatter();
  const rounded = roundToSum(
    ORDER.map((name) => parts[name]),
    1,
  );
  const rows = ORDER.map((name, i) => ({ name, points: rounded[i] ?? 0 })).filter(({ points }) => points > 0);
  const points = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Box sx={{ p: 2, borderRadius: 4, bgcolor: "brand.sunken" }}>
      <Box
        aria-hidden="true"
        sx={{ display: "flex", height: 18, borderRadius: 1, overflow: "hidden", bgcolor: "brand.track", gap: "2px" }}
      >
        {rows.map(({ name, points: width }) => (
          <span key={name} style={{ width: `${width}%`, background: FILLS[name] }} />
        ))}
      </Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 1.5,
          display: "grid",
          gridTemplateColumns: "1fr auto",
          columnGap: 2,
          rowGap: 0.5,
          fontSize: "0.9375rem",
          "& dt": { display: "flex", gap: 1, alignItems: "baseline" },
          "& dd": { m: 0, textAlign: "right", whiteSpace: "nowrap" },
          "& .total": { fontWeight: 700, borderTop: 1, borderColor: "brand.outline", pt: 0.5, mt: 0.5 },
        }}
      >
        {rows.map(({ name, points: value }) => (
          <PartRow key={name} fill={FILLS[name]} label={t(`parts.${name}`)} value={points(value)} />
        ))}
        <dt className="total">{t("partsTotal")}</dt>
        <dd className="total">{t("partsTotalValue", { points: points(score) })}</dd>
      </Box>
      <Typography variant="caption" component="p" sx={{ mt: 1, color: "text.secondary" }}>
        {t("partsNote")}
      </Typography>
    </Box>
  );
}

function PartRow({ fill, label, value }: { fill: string; label: string; value: string }) {
  return (
    <>
      <dt>
        <span aria-hidden="true" style={{ width: 12, height: 12, borderRadius: 3, flex: "none", background: fill }} />
        {label}
      </dt>
      <dd>{value}</dd>
    </>
  );
}
