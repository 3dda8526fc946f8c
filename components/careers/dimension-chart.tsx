import { useFormatter, useTranslations } from "next-intl";
import text from "@/components/ui/type.module.css";
import { DIMENSION_MAX, type Dimension } from "@/lib/engine/profile/dimensions";
import styles from "./facts.module.css";

export type DimensionRow = { dimension: Dimension; you: number | null; career: number | null };

type DimensionChartProps = {
  /** In the order to show. */
  rows: readonly DimensionRow[];
  /** What the table compares, for those who cannot see it. */
  caption: string;
};

const percent = (value: number): string => `${(100 * value) / DIMENSION_MAX}%`;

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
    <table className={styles.chart}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("dimension")}</th>
          {hasYou ? <MarkHeading label={t("you")} mark="you" /> : null}
          {hasCareer ? <MarkHeading label={t("career")} mark="career" /> : null}
          <td className={styles.plot} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ dimension, you, career }) => (
          <tr key={dimension}>
            <th scope="row">{t(`dimensions.${dimension}`)}</th>
            {hasYou ? <td className={styles.number}>{number(you)}</td> : null}
            {hasCareer ? <td className={styles.number}>{number(career)}</td> : null}
            <td className={styles.plot} aria-hidden="true">
              <Track you={you} career={career} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MarkHeading({ label, mark }: { label: string; mark: "you" | "career" }) {
  return (
    <th scope="col" className={styles.number}>
      <span className={styles.legend}>
        <span aria-hidden="true" className={styles[mark]} />
        <span className={text.caption} style={{ fontWeight: 650 }}>
          {label}
        </span>
      </span>
    </th>
  );
}

function Track({ you, career }: { you: number | null; career: number | null }) {
  return (
    <div className={styles.track}>
      {you === null || career === null ? null : (
        <span
          className={styles.gap}
          style={{ left: percent(Math.min(you, career)), width: percent(Math.abs(you - career)) }}
        />
      )}
      {career === null ? null : <span className={styles.career} style={{ left: percent(career) }} />}
      {you === null ? null : <span className={styles.you} style={{ left: percent(you) }} />}
    </div>
  );
}
