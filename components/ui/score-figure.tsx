import { useFormatter } from "next-intl";
import styles from "./score-figure.module.css";

type ScoreFigureProps = {
  score: number;
  /** What the figure is, whole, for assistive technology. */
  toLabel: (points: string) => string;
  /** The word under it. */
  caption: string;
};

/** A score of 100. */
export function ScoreFigure({ score, toLabel, caption }: ScoreFigureProps) {
  const points = useFormatter().number(score, { maximumFractionDigits: 0 });
  return (
    <span role="img" aria-label={toLabel(points)} className={styles.score}>
      <span aria-hidden="true">{points}</span>
      <span aria-hidden="true">{caption}</span>
    </span>
  );
}
