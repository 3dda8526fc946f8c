"use client";

import Button from "@mui/material/Button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormBar } from "@/components/ui/form-part";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useToast } from "@/components/ui/toast";
import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import type { ClusterListReply } from "@/lib/contracts/careers";
import { AbilitiesPart, FiguresPart, InterestsPart, NamesPart, TextsPart } from "./career-form-parts";
import type { CareerBody } from "./career-form-values";
import { CareerHead } from "./career-head";
import { CareerPreview } from "./career-preview";
import { CloseCareers } from "./close-careers";
import styles from "./form.module.css";
import { FormProblem } from "./form-problem";
import { ShippedNote } from "./shipped-note";
import { useCareerForm } from "./use-career-form";
import { useRestoreCareer } from "./use-restore-career";

type CareerFormProps = {
  /** null for a new one */
  career: AdminCareerReply | null;
  suggestedCode: string;
  clusters: ClusterListReply["clusters"];
};

/** Adds or changes a career. */
export function CareerForm({ career, suggestedCode, clusters }: CareerFormProps) {
  const t = useTranslations("admin.form");
  const toast = useToast();
  const router = useRouter();
  const isNew = career === null;
  const restore = useRestoreCareer();
  const onSaved = (saved: AdminCareerReply, before: CareerBody) => {
    if (isNew) router.push(`/admin/careers/${saved.code}`);
    // The title above the form is the server's.
    else router.refresh();
    const text = t(isNew ? "added" : "saved", { title: saved.title });
    const hasBefore = !isNew && Object.keys(before).length > 0;
    toast({ text, ...(hasBefore ? { onUndo: () => restore(saved.code, before, editor.show) } : {}) });
  };
  const editor = useCareerForm({ career, suggestedCode, onSaved });
  const { form, values, base, isDirty, isSaving, refusal, close, getFault, submit, discard } = editor;
  const part = { form, getFault };
  return (
    <>
      {base === null ? null : <CareerHead career={base} onToggled={editor.setBase} />}
      <div className={styles.layout}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          className={styles.form}
        >
          {base === null ? null : <ShippedNote career={base} form={form} />}
          <FormProblem refusal={refusal} onForce={base === null ? undefined : () => submit(true)} />
          <CloseCareers close={close} />
          <NamesPart {...part} isNew={isNew} clusters={clusters} />
          <TextsPart {...part} />
          <AbilitiesPart {...part} />
          <FiguresPart {...part} />
          <InterestsPart {...part} isNew={isNew} />
          <FormBar status={t(isSaving ? "saving" : isDirty ? "dirty" : isNew ? "empty" : "clean")}>
            {isDirty ? <Button onClick={discard}>{t("discard")}</Button> : null}
            <Button type="submit" variant="contained" aria-disabled={isSaving || (!isNew && !isDirty) || undefined}>
              {t(isNew ? "add" : "save")}
            </Button>
          </FormBar>
        </form>
        <CareerPreview values={values} cluster={clusters.find(({ id }) => id === values.cluster)?.name} />
      </div>
      <LeaveDialog isDirty={isDirty} title={t("leaveTitle")} leaveLabel={t("leave")}>
        <p>{t("leaveText")}</p>
      </LeaveDialog>
    </>
  );
}
