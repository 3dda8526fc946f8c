"use client";

import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/careers/use-error-words";
import { useToast } from "@/components/ui/toast";
import type { EmployerJob } from "@/lib/contracts/employer";
import { isEnded } from "./job-meta";
import { saveJobOptions } from "./queries";

type ToggleJobProps = { job: EmployerJob; isSmall?: boolean };

/** Closes a job or opens it again; at once, and with a way back. One that has ended needs a later day first: the form has it. */
export function ToggleJob({ job, isSmall = false }: ToggleJobProps) {
  const t = useTranslations("employer.job");
  const toast = useToast();
  const toWords = useErrorWords();
  const { mutateAsync, isPending } = useMutation(saveJobOptions(useQueryClient()));
  const { id, title, isActive } = job;
  const size = isSmall ? "small" : "medium";
  const label = t(isActive ? "closeNamed" : "reopenNamed", { title });
  const set = async (next: boolean, canUndo: boolean): Promise<void> => {
    try {
      await mutateAsync({ jobId: id, body: { isActive: next } });
      const text = t(next ? "reopenedNow" : "closedNow", { title });
      toast({ text, ...(canUndo ? { onUndo: () => void set(!next, false) } : {}) });
    } catch (error) {
      toast({ text: t("notChanged", { title, reason: toWords(error) }), tone: "bad" });
    }
  };
  if (isEnded(job)) {
    return (
      <Button variant="outlined" size={size} href={`/employer/jobs/${id}/edit#job-expiresAt`} aria-label={label}>
        {t("reopen")}
      </Button>
    );
  }
  return (
    <Button
      variant="outlined"
      size={size}
      aria-disabled={isPending || undefined}
      aria-label={label}
      onClick={() => {
        if (!isPending) void set(!isActive, true);
      }}
    >
      {t(isActive ? "close" : "reopen")}
    </Button>
  );
}
