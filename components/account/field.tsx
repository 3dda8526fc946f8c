import type { ComponentPropsWithRef, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";

type FieldProps = {
  id: string;
  label: ReactNode;
  /** What to type; stays while typing. */
  hint?: ReactNode;
  error?: string;
  children: (described: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** A label, its control, and under it the hint and what is wrong, tied to the control for assistive technology. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id} id={`${id}-label`} className={text.label}>
        {label}
      </label>
      {children({
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(error === undefined ? {} : { "aria-invalid": true }),
      })}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={classNames(text.small, styles.error)}>
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className={classNames(text.small, text.muted)}>
          {hint}
        </div>
      )}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, "children"> & Omit<ComponentPropsWithRef<"input">, "id">;

export function TextField({ id, label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(described) => <input type="text" {...input} {...described} className={controls.control} />}
    </Field>
  );
}
