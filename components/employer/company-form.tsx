"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormState } from "react-hook-form";
import { ErrorSummary } from "@/components/account/error-summary";
import { Field, TextField } from "@/components/account/field";
import { SubmitButton } from "@/components/account/submit-button";
import { useAccountForm } from "@/components/account/use-account-form";
import { useFieldFaults } from "@/components/account/use-field-faults";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useToast } from "@/components/ui/toast";
import type { Company } from "@/lib/contracts/employer";
import styles from "./form.module.css";
import { saveCompany } from "./queries";

const FIELDS = ["name", "location", "website", "about"] as const;
type CompanyFormValues = Record<(typeof FIELDS)[number], string>;

const NAME_LENGTH_MIN = 2;
const WEBSITE_SHAPE = /^\s*(https?:\/\/[^\s/]+\.\S+)?\s*$/i;

/** @param company  null before it is made */
export function CompanyForm({ company }: { company: Company | null }) {
  const t = useTranslations("employer.company");
  const editor = useCompanyForm(company);
  const { field, isDirty } = editor;
  const { id, error, ...about } = field("about");
  const optional = (label: string) => t("optional", { label });
  return (
    <form method="post" noValidate onSubmit={editor.submit} className={styles.form}>
      <ErrorSummary faults={editor.faults} attempt={editor.attempt} />
      <TextField
        {...field("name", { validate: (name) => name.trim().length >= NAME_LENGTH_MIN || t("nameMissing") })}
        label={t("name")}
        maxLength={120}
        autoComplete="organization"
      />
      <TextField {...field("location")} label={optional(t("location"))} hint={t("locationHint")} maxLength={120} />
      <TextField
        {...field("website", { pattern: { value: WEBSITE_SHAPE, message: t("websiteMalformed") } })}
        type="url"
        label={optional(t("website"))}
        hint={t("websiteHint")}
        maxLength={500}
        autoComplete="url"
      />
      <Field id={id} label={optional(t("about"))} hint={t("aboutHint")} error={error}>
        {(described) => (
          <textarea
            rows={5}
            {...about}
            {...described}
            maxLength={4000}
            className={classNames(controls.control, styles.area)}
          />
        )}
      </Field>
      <SubmitButton color="blaze" size="large" isPending={editor.isPending} pendingText={t("saving")}>
        {t(company === null ? "make" : "save")}
      </SubmitButton>
      <CompanyLeaveDialog isDirty={isDirty} />
    </form>
  );
}

function CompanyLeaveDialog({ isDirty }: { isDirty: boolean }) {
  const t = useTranslations("employer.form");
  return (
    <LeaveDialog isDirty={isDirty} title={t("leaveTitle")} leaveLabel={t("leave")}>
      <p>{t("leaveText")}</p>
    </LeaveDialog>
  );
}

function useCompanyForm(company: Company | null) {
  const t = useTranslations("employer.company");
  const toast = useToast();
  const router = useRouter();
  const toFaults = useFieldFaults({
    name: t("name"),
    location: t("location"),
    website: t("website"),
    about: t("about"),
  });
  const { name = "", location = "", website = "", about = "" } = company ?? {};
  const editor = useAccountForm<CompanyFormValues>({
    id: "company",
    fields: FIELDS,
    defaultValues: { name, location, website, about },
    send: async (values) => {
      const saved = await saveCompany(values);
      editor.reset(values);
      toast({ text: t(company === null ? "made" : "saved", { name: saved.company.name }) });
      router.push("/employer");
      // The page before was of somebody without this company, and so was the menu.
      router.refresh();
    },
    toFaults,
  });
  return { ...editor, ...useFormState({ control: editor.control }) };
}
