import ArrowBackRounded from "@mui/icons-material/ArrowBackRounded";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import styles from "./primitives.module.css";

/** To the page that this one is a part of. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <AppLink href={href} className={styles.back}>
      <ArrowBackRounded fontSize="small" aria-hidden="true" />
      {children}
    </AppLink>
  );
}
