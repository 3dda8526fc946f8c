import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./sheet.module.css";
import text from "./type.module.css";

type SheetProps = {
  /** Of the title's element, which can be given the focus where `isFocusTarget`. */
  id: string;
  title: string;
  intro?: ReactNode;
  isFocusTarget?: boolean;
  children: ReactNode;
};

/** A part of a page on paper of its own. */
export function Sheet({ id, title, intro, isFocusTarget = false, children }: SheetProps) {
  const heading = (
    <h2 id={id} {...(isFocusTarget ? { tabIndex: -1, "data-focus-target": true } : {})} className={text.h4}>
      {title}
    </h2>
  );
  return (
    <section aria-labelledby={id} className={styles.sheet}>
      {intro === undefined ? (
        heading
      ) : (
        <div>
          {heading}
          <p className={classNames(text.small, text.muted)}>{intro}</p>
        </div>
      )}
      {children}
    </section>
  );
}

/** Two columns of sheets where there is room for them. */
export function SheetColumns({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{left}</div>
      <div className={styles.column}>{right}</div>
    </div>
  );
}
