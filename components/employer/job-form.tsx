"use client";

import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/account/error-summary";
import { SubmitButton } from "@/components/account/submit-button";
import { useErrorWords } from "@/components/careers/use-error-words";
import { FormBar } from "@/components/ui/form-part";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useToast } from "@/components/ui/toast";
import type { Company, EmployerJob } from "@/lib/contracts/employer";
import type { Seniority } from "@/lib/contracts/jobs";
import styles from "./form.module.css";
import { JobPart, PayPart, PersonPart, PlacePart } from "./job-form-parts";
import { type JobFormValues, toCheckBody, toDay, toJobBody, toJobFormValues } from "./job-form-values";
import { JobPreview } from "./job-preview";
import { saveJobOptions } from "./queries";
import { SalaryHint } from "./salary-hint";
import { useJobCheck } from "./use-job-check";
import { type JobForm as Editor, useJobForm } from "./use-job-form";
import { type JobLimits, useJobRules } from "./use-job-rules";

type JobFormProps = {
  /** null for a new one */
  job: EmployerJob | null;
  company: Company;
  seniorities: readonly Seniority[];
  limits: JobLimits;
  /** The day on which the page was asked for. */
  today: string;
};

/** Posts or changes a job. */
export function JobForm({ job, company, seniorities, limits, today }: JobFormProps) {
  const t = useTranslations("employer.form");
  const onSaved = useOnSaved(job);
  const editor = useJobForm({ job, onSaved });
  const rules = useJobRules(limits, { today, stored: toDay(job?.expiresAt ?? null) });
  const check = useJobCheck(editor.values);
  const part = { form: editor, rules, limits, check: check.data };
  return (
    <div className={styles.layout}>
      <form method="post" noValidate onSubmit={editor.submit} className={styles.form}>
        <ErrorSummary faults={editor.faults} attempt={editor.attempt} />
        <JobPart {...part} />
        <PlacePart {...part} />
        <PersonPart {...part} seniorities={seniorities} />
        <PayPart {...part} today={today}>
          <SalaryHint check={check} offer={toCheckBody(editor.values)} />
        </PayPart>
        <Bar editor={editor} isNew={job === null} initial={toJobFormValues(job)} />
        <noscript>{t("empty")}</noscript>
      </form>
      <JobPreview values={editor.values} company={company} check={check.data} />
      <LeaveDialog isDirty={editor.isDirty} title={t("leaveTitle")} leaveLabel={t("leave")}>
        <p>{t("leaveText")}</p>
      </LeaveDialog>
    </div>
  );
}

type BarProps = { editor: Editor; isNew: boolean; initial: JobFormValues };

function Bar({ editor, isNew, initial }: BarProps) {
  const t = useTranslations("employer.form");
  const { isDirty, isPending, reset } = editor;
  return (
    <FormBar status={t(isPending ? (isNew ? "posting" : "saving") : isDirty ? "dirty" : isNew ? "empty" : "clean")}>
      {isDirty && !isNew ? <Button onClick={() => reset(initial)}>{t("discard")}</Button> : null}
      <SubmitButton color="blaze" isPending={isPending} pendingText={t(isNew ? "posting" : "saving")}>
        {t(isNew ? "post" : "save")}
      </SubmitButton>
    </FormBar>
  );
}

/** Goes on to the job's applicants, and says what was done; a change can be taken back from there. */
function useOnSaved(before: EmployerJob | null) {
  const t = useTranslations("employer.form");
  const toast = useToast();
  const toWords = useErrorWords();
  const router = useRouter();
  const { mutateAsync } = useMutation(saveJobOptions(useQueryClient()));
  const restore = async (job: EmployerJob): Promise<void> => {
    try {
      await mutateAsync({ jobId: job.id, body: toJobBody(toJobFormValues(job)) });
      toast({ text: t("undone") });
      router.refresh();
    } catch (error) {
      toast({ text: toWords(error), tone: "bad" });
    }
  };
  return ({ id, title }: EmployerJob): void => {
    toast(
      before === null
        ? { text: t("posted", { title }) }
        : { text: t("saved", { title }), onUndo: () => void restore(before) },
    );
    router.push(`/employer/jobs/${id}`);
  };
}
