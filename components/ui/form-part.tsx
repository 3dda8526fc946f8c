import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import styles from "./form-part.module.css";
import text from "./type.module.css";

/** A part of a long form with its title. */
export function FormPart({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id} className={text.h4}>
        {title}
      </h2>
      {intro === undefined ? null : <p className={classNames(text.small, text.muted, styles.intro)}>{intro}</p>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Says whether what is on the page is saved, and holds what can be done about it, within reach from everywhere in the form. */
export function FormBar({ status, children }: { status: string; children: ReactNode }) {
  return (
    <div className={styles.bar}>
      <p role="status" className={classNames(text.small, text.muted)}>
        {status}
      </p>
      {children}
    </div>
  );
}
