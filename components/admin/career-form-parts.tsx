"use client";

import { useTranslations } from "next-intl";
import { useFactWords } from "@/components/careers/use-fact-words";
import { FormPart } from "@/components/ui/form-part";
import type { ClusterListReply } from "@/lib/contracts/careers";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { INTERESTS, OUTLOOK, PERCENTILES, toFieldId } from "./career-form-values";
import styles from "./form.module.css";
import { FormArea, FormInput, FormSelect } from "./form-field";
import { RatingField } from "./rating-field";
import type { useCareerForm } from "./use-career-form";

type CareerForm = ReturnType<typeof useCareerForm>;
type PartProps = Pick<CareerForm, "form" | "getFault">;
type FieldName = Parameters<CareerForm["form"]["register"]>[0];

const JOB_ZONES = ["1", "2", "3", "4", "5"] as const;
const ENTRIES: readonly NonNullable<CatalogueCareer["education"]["typicalEntry"]>[] = [
  "No formal educational credential",
  "High school diploma or equivalent",
  "Some college, no degree",
  "Postsecondary nondegree award",
  "Associate's degree",
  "Bachelor's degree",
  "Master's degree",
  "Doctoral or professional degree",
];

/** What a field needs to be part of the form. Its value is in the page that the server sends, before any script runs. */
function useField({ form, getFault }: PartProps) {
  const { defaultValues } = form.formState;
  const readValue = (name: string) =>
    name.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], defaultValues);
  return (name: FieldName) => ({
    ...{ id: toFieldId(name), fault: getFault(name), defaultValue: readValue(name) as string | undefined },
    ...form.register(name),
  });
}

type NamesProps = PartProps & { isNew: boolean; clusters: ClusterListReply["clusters"] };

/** How a career is called and where it belongs. */
export function NamesPart({ isNew, clusters, ...props }: NamesProps) {
  const t = useTranslations("admin.form");
  const field = useField(props);
  return (
    <FormPart title={t("names")} intro={isNew ? t("namesNew") : undefined}>
      <FormInput {...field("title")} label={t("title")} hint={t("titleHint")} maxLength={200} required />
      <div className={styles.pair}>
        <FormInput
          {...field("code")}
          label={t("code")}
          hint={t(isNew ? "codeHint" : "codeFixed")}
          readOnly={!isNew}
          inputMode="numeric"
          required
        />
        <FormSelect
          {...field("cluster")}
          label={t("cluster")}
          required
          options={[{ value: "", label: t("choose") }, ...clusters.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <div className={styles.pair}>
        <FormArea {...field("alternateTitles")} label={t("alternateTitles")} hint={t("linesHint")} isOptional />
        <FormArea {...field("keywords")} label={t("keywords")} hint={t("keywordsHint")} required />
      </div>
    </FormPart>
  );
}

/** What the work is like, in words. The words are also what search and recommendations understand of it. */
export function TextsPart(props: PartProps) {
  const t = useTranslations("admin.form");
  const field = useField(props);
  return (
    <FormPart title={t("texts")} intro={t("textsIntro")}>
      <FormArea {...field("summary")} label={t("summary")} hint={t("summaryHint")} required />
      {([0, 1, 2] as const).map((at) => (
        <FormInput key={at} {...field(`day.${at}`)} label={t("day", { number: at + 1 })} required />
      ))}
      <FormArea {...field("fits")} label={t("fits")} hint={t("fitsHint")} rows={2} required />
      <FormArea {...field("tough")} label={t("tough")} rows={2} required />
    </FormPart>
  );
}

/** The 15 ratings that people's own are compared with. */
export function AbilitiesPart({ form, getFault }: PartProps) {
  const t = useTranslations();
  return (
    <FormPart title={t("admin.form.abilities")} intro={t("admin.form.abilitiesIntro")}>
      <div className={styles.ratings}>
        {DIMENSIONS.map((dimension, index) => (
          <RatingField
            key={dimension}
            control={form.control}
            index={index}
            label={t(`facts.dimensions.${dimension}`)}
            fault={getFault(`abilityVector.${index}`)}
          />
        ))}
      </div>
    </FormPart>
  );
}

/** Schooling, pay and outlook. What is left empty is shown as not published. */
export function FiguresPart(props: PartProps) {
  const t = useTranslations("admin.form");
  const words = useFactWords();
  const field = useField(props);
  return (
    <FormPart title={t("figures")} intro={t("figuresIntro")}>
      <div className={styles.pair}>
        <FormSelect
          {...field("jobZone")}
          label={t("jobZone")}
          required
          options={[
            { value: "", label: t("choose") },
            ...JOB_ZONES.map((value) => ({ value, label: t(`jobZoneOption.${value}`) })),
          ]}
        />
        <FormSelect
          {...field("education.typicalEntry")}
          label={t("education")}
          isOptional
          options={[
            { value: "", label: words.unknown },
            ...ENTRIES.map((value) => ({ value, label: words.schooling(value) })),
          ]}
        />
      </div>
      <FormSelect
        {...field("wages.period")}
        label={t("wages")}
        hint={t("wagesHint")}
        isOptional
        options={(["year", "hour"] as const).map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      <div className={styles.five}>
        {PERCENTILES.map((name) => (
          <FormInput key={name} {...field(`wages.${name}`)} label={t(`percentile.${name}`)} inputMode="decimal" />
        ))}
      </div>
      <div className={styles.five}>
        {OUTLOOK.map((name) => (
          <FormInput key={name} {...field(`outlook.${name}`)} label={t(`outlook.${name}`)} inputMode="decimal" />
        ))}
      </div>
    </FormPart>
  );
}

/** The six interests. Few people can put numbers on them, so they may stay empty. */
export function InterestsPart({ isNew, ...props }: PartProps & { isNew: boolean }) {
  const t = useTranslations();
  const field = useField(props);
  return (
    <FormPart
      title={t("admin.form.interests")}
      intro={t(isNew ? "admin.form.interestsNew" : "admin.form.interestsIntro")}
    >
      <div className={styles.six}>
        {INTERESTS.map((name) => (
          <FormInput key={name} {...field(`riasec.${name}`)} label={t(`facts.riasec.${name}`)} inputMode="decimal" />
        ))}
      </div>
    </FormPart>
  );
}
