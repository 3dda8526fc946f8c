import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";

/** One topic of the settings. Its parts are divided by lines. */
export function SettingsCard({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles.card}>
      <h2 id={id} className={text.h3}>
        {title}
      </h2>
      <div>{children}</div>
    </section>
  );
}

/** One setting: what it is and what it is now, with its control at the side; more comes below. */
export function SettingsPart(props: { title?: string; note?: ReactNode; control: ReactNode; children?: ReactNode }) {
  const { title, note, control, children } = props;
  return (
    <div className={styles.cardPart}>
      <div className={styles.row}>
        <div className={styles.rowText}>
          {title === undefined ? null : <h3 className={text.h5}>{title}</h3>}
          {note === undefined ? null : <p className={classNames(text.small, text.muted)}>{note}</p>}
        </div>
        {control}
      </div>
      {children}
    </div>
  );
}
