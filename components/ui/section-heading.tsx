import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./primitives.module.css";
import text from "./type.module.css";

type SectionHeadingProps = {
  title: ReactNode;
  /** A sentence under the title. */
  intro?: ReactNode;
  /** Heading level in the document; how it looks does not depend on it. */
  level?: 1 | 2 | 3;
  size?: "h1" | "h2" | "h3";
  id?: string;
  /** A control that belongs to the section, to the right of the title where there is room. */
  action?: ReactNode;
};

/** A section's title with its blaze: the short painted stroke that marks a trail. */
export function SectionHeading({ title, intro, level = 2, size = "h2", id, action }: SectionHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.sectionHeading}>
      <div className={styles.sectionTitle}>
        <div aria-hidden="true" className={styles.blaze} />
        <Heading className={text[size]} id={id}>
          {title}
        </Heading>
        {intro === undefined ? null : <p className={classNames(text.lead, text.muted, styles.intro)}>{intro}</p>}
      </div>
      {action}
    </div>
  );
}
