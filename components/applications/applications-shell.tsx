"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";
import styles from "./applications.module.css";

/** What the pages of applications share: their measure, and the place for short messages. */
export function ApplicationsShell({ children }: { children: ReactNode }) {
  const t = useTranslations("applications.toast");
  return (
    <ToastProvider words={{ undo: t("undo"), close: t("close") }}>
      <div className={styles.shell}>{children}</div>
    </ToastProvider>
  );
}
