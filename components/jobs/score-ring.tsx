import { useTranslations } from "next-intl";
import styles from "./job-card.module.css";

const RADIUS = 26;
const LENGTH = 2 * Math.PI * RADIUS;

/** How well a job matches, as a figure with a ring around it that says the same. */
export function ScoreRing({ score }: { score: number }) {
  const t = useTranslations("jobs");
  const points = Math.round(score);
  return (
    <span role="img" aria-label={t("score", { points })} className={styles.ring}>
      <svg viewBox="0 0 60 60" aria-hidden="true" focusable="false">
        <circle cx="30" cy="30" r={RADIUS} className={styles.ringTrack} />
        <circle
          cx="30"
          cy="30"
          r={RADIUS}
          className={styles.ringFill}
          strokeDasharray={`${(LENGTH * Math.min(100, Math.max(0, score))) / 100} ${LENGTH}`}
        />
      </svg>
      <span aria-hidden="true">{points}</span>
    </span>
  );
}
