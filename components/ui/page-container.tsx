import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./primitives.module.css";

type PageContainerProps = {
  children: ReactNode;
  /** How wide the content may get: `text` for reading and forms, `page` for lists and dashboards. */
  width?: "text" | "page";
  /** The page's own first and last spacing; off for bands that carry their own. */
  padded?: boolean;
};

/** The horizontal measure every page shares. The main landmark is in the root layout. */
export function PageContainer({ children, width = "page", padded = true }: PageContainerProps) {
  return (
    <div className={classNames(styles.page, width === "text" && styles.text, padded && styles.padded)}>{children}</div>
  );
}
