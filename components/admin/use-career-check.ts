"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useSettled } from "@/components/ui/use-settled";
import type { CheckCareerReply } from "@/lib/contracts/admin-careers";
import { type CareerFormValues, type FieldFault, toBody, toFormFault } from "./career-form-values";
import { checkOptions } from "./queries";

const CHECK_AFTER_MS = 500;

type CareerCheck = {
  /** By the names of the form's fields. */
  faults: ReadonlyMap<string, string>;
  /** Careers that say nearly the same; null before the server was asked. */
  close: CheckCareerReply["close"] | null;
};

/**
 * What the server says of the form, a moment after the last key: its own rules decide, so that the form needs none.
 * @param editing  the career that is being changed; null for a new one
 */
export function useCareerCheck(
  editing: string | null,
  values: CareerFormValues,
  options: { topCoded: readonly string[]; isDirty: boolean },
): CareerCheck {
  const toFault = useFormFault();
  const settled = useSettled(values, CHECK_AFTER_MS);
  const body = toBody(settled, options.topCoded);
  const career = editing === null ? { ...body, code: settled.code.trim() || undefined } : body;
  const { data } = useQuery({ ...checkOptions(editing, career), enabled: options.isDirty });
  const faults = new Map<string, string>();
  for (const { field, message } of (options.isDirty ? (data?.errors ?? []) : []).map(toFault)) {
    if (!faults.has(field)) faults.set(field, message);
  }
  return { faults, close: options.isDirty ? (data?.close ?? null) : null };
}

/** Names faults as the form does. */
export function useFormFault(): (fault: FieldFault) => FieldFault {
  const t = useTranslations("admin.form");
  return (fault) => toFormFault(fault, (line) => t("line", { line }));
}
