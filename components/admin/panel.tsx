import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./admin.module.css";

type PanelProps = { title: string; intro?: ReactNode; action?: ReactNode; children: ReactNode };

/** One topic of a page of figures. */
export function Panel({ title, intro, action, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.panel}>
      <div className={styles.panelHead}>
        <div className={styles.panelText}>
          <h2 id={id} className={text.h4}>
            {title}
          </h2>
          {intro === undefined ? null : <p className={classNames(text.small, text.muted)}>{intro}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
