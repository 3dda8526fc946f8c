import Box from "@mui/material/Box";
import { useFormatter, useTranslations } from "next-intl";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import { DIMENSION_MAX, type Dimension } from "@/lib/engine/profile/dimensions";

export type DimensionRow = { dimension: Dimension; you: number | null; career: number | null };

type DimensionChartProps = {
  /** In the order to show. */
  rows: readonly DimensionRow[];
  /** What the table compares, for those who cannot see it. */
  caption: string;
};

const percent = (value: number): string => `${(100 * value) / DIMENSION_MAX}%`;

/** Two shapes as well as two colours, so that neither alone carries the meaning. */
const YOU_MARK = { borderRadius: "50%", bgcolor: "blaze.main" } as const;
const CAREER_MARK = { borderRadius: "2px", bgcolor: "primary.main", transform: "rotate(45deg)" } as const;

const MARK = {
  width: 13,
  height: 13,
  flex: "none",
  boxShadow: "0 0 0 2px var(--wm-palette-background-paper)",
} as const;

/**
 * Paired dots: where the person and the career stand on each dimension. It is a real table whose last column is drawn,
 * so the same numbers serve the eye, a screen reader and paper, and 15 names stay legible on a phone.
 */
export function DimensionChart({ rows, caption }: DimensionChartProps) {
  const t = useTranslations("facts");
  const format = useFormatter();
  const hasYou = rows.some((row) => row.you !== null);
  const hasCareer = rows.some((row) => row.career !== null);
  const number = (value: number | null) => (value === null ? "" : format.number(value, { maximumFractionDigits: 1 }));
  return (
    <Box
      component="table"
      sx={{
        width: "100%",
        borderCollapse: "collapse",
        fontSize: "0.9375rem",
        "& caption": VISUALLY_HIDDEN,
        "& th": { textAlign: "left", fontWeight: 500, py: 0.5, pr: 1, lineHeight: 1.25 },
        "& thead th": { fontSize: "0.8125rem", fontWeight: 650, verticalAlign: "bottom" },
        "& .number": { width: "3.25rem", textAlign: "right", pr: 1, whiteSpace: "nowrap" },
        "& .plot": { width: hasYou && hasCareer ? "46%" : "55%", pl: 1 },
      }}
    >
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("dimension")}</th>
          {hasYou ? <MarkHeading label={t("you")} mark={YOU_MARK} /> : null}
          {hasCareer ? <MarkHeading label={t("career")} mark={CAREER_MARK} /> : null}
          <td className="plot" />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ dimension, you, career }) => (
          <tr key={dimension}>
            <th scope="row">{t(`dimensions.${dimension}`)}</th>
            {hasYou ? <td className="number">{number(you)}</td> : null}
            {hasCareer ? <td className="number">{number(career)}</td> : null}
            <td className="plot" aria-hidden="true">
              <Track you={you} career={career} />
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

function MarkHeading({ label, mark }: { label: string; mark: typeof YOU_MARK | typeof CAREER_MARK }) {
  return (
    <th scope="col" className="number">
      <Box component="span" sx={{ display: "inline-flex", flexDirection: "column", alignItems: "flex-end", gap: 0.75 }}>
        <Box component="span" aria-hidden="true" sx={{ ...MARK, ...mark, width: 11, height: 11, mr: 0.5 }} />
        {label}
      </Box>
    </th>
  );
}

function Track({ you, career }: { you: number | null; career: number | null }) {
  const hasBoth = you !== null && career !== null;
  return (
    <Box
      sx={{
        position: "relative",
        height: 14,
        mx: 1,
        "&::before": {
          content: '""',
          position: "absolute",
          inset: "6px -7px",
          borderRadius: 1,
          bgcolor: "brand.track",
        },
        "& > span": { position: "absolute", top: 0, ml: "-6.5px" },
        "& > .gap": { top: 5, height: 4, ml: 0, bgcolor: "brand.outline", opacity: 0.7 },
      }}
    >
      {hasBoth ? (
        <span
          className="gap"
          style={{ left: percent(Math.min(you, career)), width: percent(Math.abs(you - career)) }}
        />
      ) : null}
      {career === null ? null : (
        <Box component="span" sx={{ ...MARK, ...CAREER_MARK }} style={{ left: percent(career) }} />
      )}
      {you === null ? null : <Box component="span" sx={{ ...MARK, ...YOU_MARK }} style={{ left: percent(you) }} />}
    </Box>
  );
}
