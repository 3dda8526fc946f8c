"use client";

import { useTranslations } from "next-intl";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import styles from "./form.module.css";

type FormFieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  fault: string | undefined;
  isOptional?: boolean;
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** A label, its control, and under it what is wrong and what to type, tied to the control for assistive technology. */
export function FormField({ id, label, hint, fault, isOptional = false, children }: FormFieldProps) {
  const t = useTranslations("admin.form");
  const describedBy = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={text.label}>
        {label}
        {isOptional ? <span className={classNames(text.small, text.muted)}> {t("optional")}</span> : null}
      </label>
      {children({
        id,
        ...(describedBy === "" ? {} : { "aria-describedby": describedBy }),
        ...(fault === undefined ? {} : { "aria-invalid": true }),
      })}
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className={classNames(text.small, styles.fault)}>
          {fault}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={classNames(text.small, text.muted)}>
          {hint}
        </p>
      )}
    </div>
  );
}

type Shared = Omit<FormFieldProps, "children">;

export function FormInput({
  id,
  label,
  hint,
  fault,
  isOptional,
  ...input
}: Shared & Omit<ComponentPropsWithRef<"input">, "id">) {
  return (
    <FormField {...{ id, label, hint, fault, isOptional }}>
      {(control) => <input type="text" autoComplete="off" {...input} {...control} className={controls.control} />}
    </FormField>
  );
}

export function FormArea({
  id,
  label,
  hint,
  fault,
  isOptional,
  ...area
}: Shared & Omit<ComponentPropsWithRef<"textarea">, "id">) {
  return (
    <FormField {...{ id, label, hint, fault, isOptional }}>
      {(control) => <textarea rows={3} {...area} {...control} className={classNames(controls.control, styles.area)} />}
    </FormField>
  );
}

type FormSelectProps = Shared &
  Omit<ComponentPropsWithRef<"select">, "id"> & { options: readonly { value: string; label: string }[] };

export function FormSelect({ id, label, hint, fault, isOptional, options, ...select }: FormSelectProps) {
  return (
    <FormField {...{ id, label, hint, fault, isOptional }}>
      {(control) => (
        <select {...select} {...control} className={classNames(controls.control, controls.select)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
