"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";

/** What the employers' pages share: the place for short messages, which outlives the page that they are about. */
export function EmployerShell({ children }: { children: ReactNode }) {
  const t = useTranslations("employer.toast");
  return <ToastProvider words={{ undo: t("undo"), close: t("close") }}>{children}</ToastProvider>;
}
