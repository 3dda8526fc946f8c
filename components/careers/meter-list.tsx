import { MeterBar } from "@/components/ui/meter-bar";
import styles from "./facts.module.css";

export type Meter = { label: string; value: number; valueText: string };

/** Several values on one scale under each other. */
export function MeterList({ meters, max }: { meters: readonly Meter[]; max: number }) {
  return (
    <ul className={styles.meters}>
      {meters.map(({ label, value, valueText }) => (
        <li key={label}>
          <MeterBar label={label} value={value} max={max} valueText={valueText} />
        </li>
      ))}
    </ul>
  );
}
