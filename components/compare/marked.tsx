import type { ReactNode } from "react";
import styles from "./compare-table.module.css";

/** A figure, and a word for what is special about it among the others. */
export function Marked({ mark, children }: { mark: string | null; children: ReactNode }) {
  return (
    <div className={styles.marked}>
      <div className={styles.figure}>{children}</div>
      {mark === null ? null : <span className={styles.mark}>{mark}</span>}
    </div>
  );
}
