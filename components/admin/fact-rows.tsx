import type { ReactNode } from "react";
import styles from "./admin.module.css";

/** Names with their values, in two columns where there is room. */
export function FactRows({ rows }: { rows: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
