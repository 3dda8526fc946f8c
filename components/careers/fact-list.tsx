import type { ReactNode } from "react";
import styles from "./facts.module.css";

type FactListProps = {
  facts: readonly { label: string; value: ReactNode }[];
  /** How narrow a column may get before it moves to the next row, in px. */
  columnMin?: number;
};

/** A few figures side by side, each under its label. */
export function FactList({ facts, columnMin = 130 }: FactListProps) {
  return (
    <dl className={styles.facts} style={{ gridTemplateColumns: `repeat(auto-fit, minmax(${columnMin}px, 1fr))` }}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
