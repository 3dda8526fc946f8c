"use client";

import AddRounded from "@mui/icons-material/AddRounded";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useController } from "react-hook-form";
import { Field, TextField } from "@/components/account/field";
import { SkillsField } from "@/components/account/skills-field";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import { FormPart } from "@/components/ui/form-part";
import text from "@/components/ui/type.module.css";
import type { CheckJobReply } from "@/lib/contracts/employer";
import type { Seniority } from "@/lib/contracts/jobs";
import styles from "./form.module.css";
import type { JobForm } from "./use-job-form";
import type { JobLimits, useJobRules } from "./use-job-rules";

type PartProps = {
  form: JobForm;
  rules: ReturnType<typeof useJobRules>;
  limits: JobLimits;
  check: CheckJobReply | undefined;
};

/** What the work is. */
export function JobPart({ form, rules, limits }: PartProps) {
  const t = useTranslations("employer.form");
  const description = form.field("description", rules.description);
  const { id, error, ...area } = description;
  return (
    <FormPart title={t("aboutPart")}>
      <TextField
        {...form.field("title", rules.title)}
        label={t("title")}
        hint={t("titleHint")}
        maxLength={limits.titleLengthMax}
        autoComplete="off"
      />
      <Field id={id} label={t("description")} hint={t("descriptionHint")} error={error}>
        {(described) => (
          <textarea
            rows={8}
            {...area}
            {...described}
            maxLength={limits.descriptionLengthMax}
            className={classNames(controls.control, styles.area)}
          />
        )}
      </Field>
    </FormPart>
  );
}

/** Where it is done. */
export function PlacePart({ form, rules }: PartProps) {
  const t = useTranslations("employer.form");
  const { id, error: _, ...remote } = form.field("remote", rules.remote);
  return (
    <FormPart title={t("placePart")}>
      <TextField
        {...form.field("location", rules.location)}
        label={t("location")}
        hint={t("locationHint")}
        maxLength={120}
        autoComplete="off"
      />
      <label htmlFor={id} className={controls.switchRow}>
        <input id={id} type="checkbox" {...remote} className={controls.switch} />
        {t("remote")}
      </label>
    </FormPart>
  );
}

/** Whom it suits. */
export function PersonPart({ form, limits, check, seniorities }: PartProps & { seniorities: readonly Seniority[] }) {
  const t = useTranslations("employer.form");
  const tLevel = useTranslations("account.profile.seniorities");
  const { field: tags } = useController({ control: form.control, name: "tags" });
  const { id, error, ...select } = form.field("seniority");
  const typical = check?.typicalSeniority ?? null;
  return (
    <FormPart title={t("peoplePart")}>
      <SkillsField value={tags.value} onChange={tags.onChange} limits={limits.skills} hint={t("skillsHint")} />
      <TypicalSkills check={check} tags={tags.value} onAdd={(name) => tags.onChange([...tags.value, name])} />
      <Field
        id={id}
        label={t("optional", { label: t("seniority") })}
        hint={typical === null ? undefined : t("seniorityTypical", { level: tLevel(typical) })}
        error={error}
      >
        {(described) => (
          <select {...select} {...described} className={classNames(controls.control, controls.select)}>
            <option value="">{t("seniorityNone")}</option>
            {seniorities.map((level) => (
              <option key={level} value={level}>
                {tLevel(level)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormPart>
  );
}

const TYPICAL_MAX = 8;

type TypicalSkillsProps = {
  check: CheckJobReply | undefined;
  tags: readonly string[];
  onAdd: (name: string) => void;
};

/** Skills of the matched occupation that are not in the list yet: one press adds one. */
function TypicalSkills({ check, tags, onAdd }: TypicalSkillsProps) {
  const t = useTranslations("employer.form");
  const id = useId();
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  const skills = (check?.typicalSkills ?? []).filter((name) => !known.has(name.toLowerCase())).slice(0, TYPICAL_MAX);
  if (!check?.career || skills.length === 0) return null;
  return (
    <div>
      <p id={id} className={classNames(text.small, text.muted)}>
        {t("typicalSkills", { career: check.career.title })}
      </p>
      <ul aria-labelledby={id} className={styles.typical}>
        {skills.map((name) => (
          <li key={name}>
            <button type="button" aria-label={t("addSkill", { name })} onClick={() => onAdd(name)}>
              <AddRounded fontSize="small" aria-hidden="true" />
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What it pays and how long it is open. */
export function PayPart({ form, rules, today, children }: PartProps & { today: string; children: ReactNode }) {
  const t = useTranslations("employer.form");
  const amount = { inputMode: "decimal", autoComplete: "off" } as const;
  return (
    <FormPart title={t("payPart")} intro={t("payIntro")}>
      <div className={styles.pair}>
        <TextField
          {...form.field("salaryMin", rules.salaryMin)}
          {...amount}
          label={t("optional", { label: t("salaryMin") })}
        />
        <TextField
          {...form.field("salaryMax", rules.salaryMax)}
          {...amount}
          label={t("optional", { label: t("salaryMax") })}
        />
      </div>
      {children}
      <TextField
        {...form.field("expiresAt", rules.expiresAt)}
        type="date"
        min={today}
        label={t("optional", { label: t("expiresAt") })}
        hint={t("expiresHint")}
      />
    </FormPart>
  );
}
