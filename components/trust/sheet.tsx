import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./trust.module.css";

type SheetProps = {
  /** What links to the sheet say after the #. */
  id: string;
  title: ReactNode;
  /** What is in it cannot be taken back. */
  isDangerous?: boolean;
  children: ReactNode;
};

/** One topic of a page. */
export function Sheet({ id, title, isDangerous = false, children }: SheetProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className={classNames(styles.sheet, isDangerous && styles.danger)}>
      <h2 id={`${id}-title`} className={text.h3}>
        {title}
      </h2>
      {children}
    </section>
  );
}
