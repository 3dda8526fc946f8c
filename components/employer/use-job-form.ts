"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormState, useWatch } from "react-hook-form";
import { useAccountForm } from "@/components/account/use-account-form";
import { useFieldFaults } from "@/components/account/use-field-faults";
import type { EmployerJob } from "@/lib/contracts/employer";
import { type JobFormValues, toJobBody, toJobFormValues } from "./job-form-values";
import { saveJobOptions } from "./queries";

const FIELDS = ["title", "description", "location", "salaryMin", "salaryMax", "expiresAt"] as const;

type JobFormOptions = {
  /** null for a new one */
  job: EmployerJob | null;
  onSaved: (job: EmployerJob) => void;
};

/** A job's form: what was typed, whether it differs from what the server has, and how saving went. */
export function useJobForm({ job, onSaved }: JobFormOptions) {
  const t = useTranslations("employer.form");
  const { mutateAsync } = useMutation(saveJobOptions(useQueryClient()));
  const toFaults = useFieldFaults({
    title: t("title"),
    description: t("description"),
    location: t("location"),
    salaryMin: t("salaryMin"),
    salaryMax: t("salaryMax"),
    expiresAt: t("expiresAt"),
  });
  const editor = useAccountForm<JobFormValues>({
    id: "job",
    fields: FIELDS,
    defaultValues: toJobFormValues(job),
    send: async (values) => {
      const saved = await mutateAsync({ jobId: job?.id ?? null, body: toJobBody(values) });
      // What is on the page is what the server has: leaving asks nothing.
      editor.reset(values);
      onSaved(saved);
    },
    toFaults,
  });
  const { isDirty } = useFormState({ control: editor.control });
  const values = useWatch({ control: editor.control }) as JobFormValues;
  return { ...editor, isDirty, values };
}

export type JobForm = ReturnType<typeof useJobForm>;
