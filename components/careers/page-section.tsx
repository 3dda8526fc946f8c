import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./career-page.module.css";

type PageSectionProps = {
  title: string;
  /** A sentence under the title. */
  intro?: ReactNode;
  /** Where the figures come from or what to beware of, after the content. */
  note?: ReactNode;
  /** Takes the whole row where sections stand side by side. */
  isWide?: boolean;
  children: ReactNode;
};

/** One sheet of a career's page. */
export function PageSection({ title, intro, note, isWide = false, children }: PageSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames(styles.sheet, isWide && styles.wide)}>
      <h2 className={classNames(text.h3, styles.sectionTitle)} id={id}>
        {title}
      </h2>
      {intro === undefined ? null : <p className={classNames(text.small, text.muted, styles.intro)}>{intro}</p>}
      {children}
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
    </section>
  );
}
