"use client";

import { useEffectEvent, useId, useLayoutEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import styles from "@/components/ui/controls.module.css";

type FilterSelectProps = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A native select: the platform's own picker on a phone, and part of the form where no script runs. */
export function FilterSelect({ name, label, value, options, onChange }: FilterSelectProps) {
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const catchUp = useEffectEvent(() => {
    const chosen = select.current?.value;
    if (chosen !== undefined && chosen !== value) onChange(chosen);
  });
  // What was chosen before the script arrived would else be lost without a word.
  useLayoutEffect(() => catchUp(), []);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        ref={select}
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(styles.control, styles.select)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
