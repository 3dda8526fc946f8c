"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import { DIMENSION_CENTER, DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";
import { type CareerFormValues, toFieldId } from "./career-form-values";
import styles from "./form.module.css";

type RatingFieldProps = {
  control: Control<CareerFormValues>;
  index: number;
  label: string;
  fault: string | undefined;
};

/** One of the 15 abilities: a slider to place it, and the number itself to type. Nothing is chosen until somebody does. */
export function RatingField({ control, index, label, fault }: RatingFieldProps) {
  const t = useTranslations("admin.form");
  const { field } = useController({ control, name: `abilityVector.${index}` });
  const value = field.value as number | null;
  const id = toFieldId(`abilityVector.${index}`);
  const describedBy = fault === undefined ? undefined : `${id}-fault`;
  const percent = (100 * ((value ?? DIMENSION_CENTER) - DIMENSION_MIN)) / (DIMENSION_MAX - DIMENSION_MIN);
  const set = (typed: string) => field.onChange(typed === "" ? null : Number(typed));
  return (
    <div className={styles.rating} data-empty={value === null || undefined}>
      <label htmlFor={id} className={text.small}>
        {label}
      </label>
      <input
        type="range"
        min={DIMENSION_MIN}
        max={DIMENSION_MAX}
        step={0.1}
        value={value ?? DIMENSION_CENTER}
        onChange={(event) => set(event.target.value)}
        onBlur={field.onBlur}
        aria-label={t("slider", { label })}
        aria-valuetext={value === null ? t("unrated") : undefined}
        className={controls.range}
        style={{ "--fill": `${value === null ? 0 : percent}%` } as React.CSSProperties}
      />
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={DIMENSION_MIN}
        max={DIMENSION_MAX}
        step={0.1}
        value={value ?? ""}
        onChange={(event) => set(event.target.value)}
        onBlur={field.onBlur}
        ref={field.ref}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={describedBy}
        className={classNames(controls.control, styles.ratingNumber)}
      />
      {fault === undefined ? null : (
        <p id={describedBy} className={classNames(text.small, styles.fault, styles.ratingFault)}>
          {fault}
        </p>
      )}
    </div>
  );
}
