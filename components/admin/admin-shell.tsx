"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";
import styles from "./admin.module.css";
import { AdminLink } from "./admin-link";

/** In the order of the navigation. Labels are messages of the `admin.nav` namespace. */
const PAGES = [
  { href: "/admin", message: "overview" },
  { href: "/admin/careers", message: "careers" },
  { href: "/admin/jobs", message: "jobs" },
  { href: "/admin/models", message: "models" },
  { href: "/admin/people", message: "people" },
  { href: "/admin/audit", message: "audit" },
  { href: "/admin/system", message: "system" },
] as const;

/** The admin pages' frame: navigation at the side, or above on a phone, and the place for short messages. */
export function AdminShell({ children }: { children: ReactNode }) {
  const t = useTranslations("admin.nav");
  const tToast = useTranslations("admin.toast");
  return (
    <ToastProvider words={{ undo: tToast("undo"), close: tToast("close") }}>
      <div className={styles.shell}>
        <nav aria-label={t("label")} className={styles.nav}>
          <p className={styles.navTitle} aria-hidden="true">
            {t("title")}
          </p>
          <ul className={styles.navList}>
            {PAGES.map(({ href, message }) => (
              <li key={href}>
                <AdminLink href={href}>{t(message)}</AdminLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </ToastProvider>
  );
}
