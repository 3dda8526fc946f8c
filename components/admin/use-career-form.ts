"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import { ApiError } from "@/lib/web/client/api-error";
import {
  type CareerBody,
  type CareerFormValues,
  type FieldFault,
  getBodyChanges,
  toBody,
  toFormValues,
} from "./career-form-values";
import { saveCareerOptions } from "./queries";
import { useCareerCheck, useFormFault } from "./use-career-check";

type CareerFormOptions = {
  /** null for a new one */
  career: AdminCareerReply | null;
  /** Free, and suggested for a new one. */
  suggestedCode: string;
  /** @param before  the fields that were changed, as they were */
  onSaved: (career: AdminCareerReply, before: CareerBody) => void;
};

export type Refusal = { error: unknown; faults: FieldFault[]; attempt: number };

/** A career's form: what was typed, what the server says of it meanwhile, and how saving went. Nothing typed is lost by an error. */
export function useCareerForm({ career, suggestedCode, onSaved }: CareerFormOptions) {
  const [base, setBase] = useState(career);
  const topCoded = useMemo(() => base?.record.wages?.topCoded ?? [], [base]);
  const baseBody = useMemo(
    () => (base === null ? {} : toBody(toFormValues(base.code, base.record), topCoded)),
    [base, topCoded],
  );
  const form = useForm<CareerFormValues>({
    defaultValues: toFormValues(base?.code ?? suggestedCode, base?.record ?? null),
  });
  const values = useWatch({ control: form.control }) as CareerFormValues;
  const { isDirty, touchedFields } = form.formState;
  const check = useCareerCheck(base?.code ?? null, values, { topCoded, isDirty });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { mutateAsync, isPending } = useMutation(saveCareerOptions(useQueryClient()));
  const toFault = useFormFault();

  /** Begins anew from what the server has. */
  const show = (saved: AdminCareerReply): void => {
    setRefusal(null);
    setBase(saved);
    form.reset(toFormValues(saved.code, saved.record));
  };
  const send = async (body: CareerBody): Promise<void> => {
    try {
      const saved = await mutateAsync({ code: base?.code ?? null, body });
      show(saved);
      onSaved(saved, Object.fromEntries(Object.entries(baseBody).filter(([field]) => field in body)));
    } catch (error) {
      const faults = (error instanceof ApiError ? error.fields : []).map(toFault);
      setRefusal((last) => ({ error, faults, attempt: (last?.attempt ?? 0) + 1 }));
    }
  };
  return {
    ...{ form, values, base, isDirty, isSaving: isPending, refusal, show },
    close: check.close ?? base?.close ?? [],
    /** Faults show once their field was left, or the form was sent. */
    getFault: (field: string): string | undefined =>
      refusal !== null || isTouched(touchedFields, field) ? check.faults.get(field) : undefined,
    /** @param isForced  also when somebody else changed the career since */
    submit: (isForced = false): void => {
      if (isPending || (base !== null && !isDirty)) return;
      const body = toBody(form.getValues(), topCoded);
      if (base === null) void send({ ...body, code: form.getValues("code").trim() || undefined });
      else void send({ ...getBodyChanges(baseBody, body), ...(isForced ? {} : { ifUpdatedAt: base.updatedAt }) });
    },
    discard: () => {
      form.reset();
      setRefusal(null);
    },
    /** Other states of the same career, such as active or not, which the form does not hold. */
    setBase,
  };
}

function isTouched(touched: unknown, field: string): boolean {
  const at = field
    .split(".")
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], touched);
  return at !== undefined && at !== false;
}
