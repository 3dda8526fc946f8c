import { classNames } from "./class-names";
import styles from "./primitives.module.css";
import text from "./type.module.css";

type MeterBarProps = {
  label: string;
  value: number;
  max?: number;
  /** The value as a person reads it, shown at the right and read aloud. */
  valueText: string;
  /** A second value on the same scale, drawn as a post: the career beside the person. Say it in `valueText` too. */
  compareValue?: number;
  tone?: "primary" | "blaze";
};

/** One value on a scale. The numbers are in the text, so the bar itself is only for the eye. */
export function MeterBar({ label, value, max = 10, valueText, compareValue, tone = "primary" }: MeterBarProps) {
  const percent = (amount: number) => `${Math.min(100, Math.max(0, (100 * amount) / max))}%`;
  return (
    <div>
      <div className={styles.meterText}>
        <span className={classNames(text.small, styles.meterLabel)}>{label}</span>
        <span className={classNames(text.small, text.muted, styles.meterValue)}>{valueText}</span>
      </div>
      <div aria-hidden="true" className={styles.meterTrack}>
        <div
          className={classNames(styles.meterFill, tone === "blaze" && styles.blazeFill)}
          style={{ width: percent(value) }}
        />
        {compareValue === undefined ? null : (
          <div className={styles.meterPost} style={{ left: percent(compareValue) }} />
        )}
      </div>
    </div>
  );
}
