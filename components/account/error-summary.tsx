"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProblemBox } from "@/components/ui/problem-box";

export type Fault = {
  /** The control's id; without one the fault is the whole form's. */
  field?: string;
  message: string;
};

type ErrorSummaryProps = {
  faults: readonly Fault[];
  /** Counts the attempts, so that a second one with the same faults takes the focus again. */
  attempt: number;
  /** A way on that fits the faults. */
  children?: ReactNode;
};

/** What is wrong with a form that was sent, with a way to each field. */
export function ErrorSummary({ faults, attempt, children }: ErrorSummaryProps) {
  const t = useTranslations("account.form");
  if (faults.length === 0) return null;
  return (
    <ProblemBox id="form-problem" title={t("problem", { count: faults.length })} attempt={attempt}>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
      {children}
    </ProblemBox>
  );
}
