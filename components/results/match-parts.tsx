import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { Recommendation } from "@/lib/contracts/results";
import { roundToSum } from "@/lib/engine/math/round-to-sum";
import styles from "./results.module.css";

type PartName = keyof Recommendation["parts"];

const ORDER: readonly PartName[] = [
  "embedding",
  "history",
  "learned",
  "ability",
  "values",
  "schooling",
  "salary",
  "growth",
  "balance",
  "ai",
];

/** Fill and pattern of each part: neighbors differ in both, so the bar also works in gray. */
const FILLS: Record<PartName, string> = {
  embedding: "var(--wm-palette-primary-main)",
  history: stripes("var(--wm-palette-blaze-light)"),
  learned: stripes("var(--wm-palette-secondary-main)"),
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
  const rows = ORDER.map((name, i) => ({ name, points: rounded[i] ?? 0 })).filter(({ points }) => points !== 0);
  // What lowers the match takes its points from the words' share of the bar; a bar cannot go below nothing.
  const loss = Math.min(0, parts.history) + Math.min(0, parts.learned);
  const widthOf = (name: PartName, value: number) => Math.max(0, name === "embedding" ? value + loss : value);
  const points = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className={styles.parts}>
      <div aria-hidden="true" className={styles.partsBar}>
        {rows.map(({ name, points: value }) => (
          <span key={name} style={{ width: `${widthOf(name, value)}%`, background: FILLS[name] }} />
        ))}
      </div>
      <dl className={styles.partsList}>
        {rows.map(({ name, points: value }) => (
          <Fragment key={name}>
            <dt>
              <span aria-hidden="true" className={styles.swatch} style={{ background: FILLS[name] }} />
              {t(`parts.${name}`)}
            </dt>
            <dd>{points(value)}</dd>
          </Fragment>
        ))}
        <dt className={styles.total}>{t("partsTotal")}</dt>
        <dd className={styles.total}>{t("partsTotalValue", { points: points(score) })}</dd>
      </dl>
      <p className={classNames(text.caption, text.muted, styles.partsNote)}>{t("partsNote")}</p>
    </div>
  );
}
