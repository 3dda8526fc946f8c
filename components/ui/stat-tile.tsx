import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./primitives.module.css";
import text from "./type.module.css";

type StatTileProps = {
  /** The figure or the few words that count. */
  value: ReactNode;
  label: ReactNode;
  /** What the figure means or where it comes from. */
  note?: ReactNode;
  /** `plain` sits on the page, `card` on its own surface. */
  variant?: "plain" | "card";
};

export function StatTile({ value, label, note, variant = "card" }: StatTileProps) {
  return (
    <div className={classNames(styles.stat, variant === "card" && styles.card)}>
      <p className={classNames(text.small, text.muted)}>{label}</p>
      <p className={classNames(text.h3, styles.statValue)}>{value}</p>
      {note === undefined ? null : <p className={classNames(text.caption, text.muted, styles.statNote)}>{note}</p>}
    </div>
  );
}
