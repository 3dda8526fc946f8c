"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import type { MeReply } from "@/lib/contracts/me";
import styles from "./account.module.css";
import type { EntryLimits } from "./add-entries";
import { ChipsField } from "./chips-field";
import { Field, TextField } from "./field";
import { LeaveDialog } from "./leave-dialog";
import { SaveBar } from "./save-bar";
import { SkillsField } from "./skills-field";
import { useProfile } from "./use-profile";

export type ProfileLimits = {
  headlineLengthMax: number;
  skills: EntryLimits;
  locations: EntryLimits;
};

type Seniority = NonNullable<MeReply["seniority"]>;
type ProfileFormProps = { me: MeReply; seniorities: readonly Seniority[]; limits: ProfileLimits };

export function ProfileForm({ me, seniorities, limits }: ProfileFormProps) {
  const t = useTranslations("account.profile");
  const { draft, state, isDirty, edit, discard, save, undo } = useProfile(me);
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.card}>
        <TextField
          id="headline"
          label={t("headline")}
          hint={t("headlineHint")}
          value={draft.headline}
          onChange={(event) => edit({ headline: event.target.value })}
          maxLength={limits.headlineLengthMax}
          autoComplete="organization-title"
        />
        <SkillsField
          value={draft.skills}
          onChange={(skills) => edit({ skills })}
          limits={limits.skills}
          hint={t("skillsHint")}
        />
        <ChipsField
          id="locations"
          label={t("locations")}
          hint={t("locationsHint")}
          placeholder={t("locationsPlaceholder")}
          value={draft.preferredLocations}
          onChange={(preferredLocations) => edit({ preferredLocations })}
          // A comma belongs to a place: Austin, TX.
          separators={/[;\n]/}
          limits={limits.locations}
        />
        <Field id="seniority" label={t("seniority")} hint={t("seniorityHint")}>
          {(described) => (
            <select
              {...described}
              value={draft.seniority ?? ""}
              onChange={(event) =>
                edit({ seniority: seniorities.find((level) => level === event.target.value) ?? null })
              }
              className={classNames(controls.control, controls.select)}
            >
              <option value="">{t("seniorityNone")}</option>
              {seniorities.map((level) => (
                <option key={level} value={level}>
                  {t(`seniorities.${level}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <SaveBar state={state} isDirty={isDirty} onDiscard={discard} onUndo={undo} />
      <LeaveDialog isDirty={isDirty} onSave={save} />
    </form>
  );
}
