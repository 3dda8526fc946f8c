import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** A note on figures that are not what they seem: estimated, or shared with other careers. The mark stands where they are shown. */
export function MarkedNote({ mark, children }: { mark: string; children: ReactNode }) {
  return (
    <p className={styles.text}>
      <span className={styles.mark}>{mark}</span>
      {children}
    </p>
  );
}
