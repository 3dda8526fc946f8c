"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import { type CareerFormValues, toFormValues } from "./career-form-values";
import styles from "./form.module.css";

type ShippedNoteProps = { career: AdminCareerReply; form: UseFormReturn<CareerFormValues> };

/** Says which fields differ from the shipped catalogue, and puts them back into the form, where they can be looked at before saving. */
export function ShippedNote({ career, form }: ShippedNoteProps) {
  const t = useTranslations("admin.form");
  const fields = Object.keys(career.shipped).filter((field) => t.has(`field.${field}`));
  if (fields.length === 0) return null;
  const putBack = () => {
    const shipped = toFormValues(career.code, { ...career.record, ...career.shipped });
    for (const [name, value] of Object.entries(shipped)) {
      form.setValue(name as keyof CareerFormValues, value as never, { shouldDirty: true, shouldTouch: true });
    }
  };
  return (
    <div className={styles.changed}>
      <p className={classNames(text.small)}>
        {t("changedFields", { fields: fields.map((field) => t(`field.${field}`)).join(", ") })}
      </p>
      <Button variant="outlined" size="small" onClick={putBack}>
        {t("putBack")}
      </Button>
    </div>
  );
}
