import type { ReactNode } from "react";
import styles from "./admin.module.css";

type TagProps = { tone?: "plain" | "good" | "warm" | "bad"; children: ReactNode };

/** A word or two on a row's state. */
export function Tag({ tone = "plain", children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
