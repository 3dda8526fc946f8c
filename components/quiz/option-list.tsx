"use client";

import { classNames } from "@/components/ui/class-names";
import styles from "./quiz.module.css";
import type { ShownQuestion } from "./shown-question";

type OptionListProps = {
  question: ShownQuestion;
  /** Ids of the chosen options. */
  chosen: readonly string[];
  /** One of them, or several. */
  type: "radio" | "checkbox";
  onToggle: (id: string, isPointer: boolean) => void;
  labelledBy: string;
  describedBy?: string;
};

type OptionRowProps = Pick<OptionListProps, "type" | "onToggle"> & {
  name: string;
  id: string;
  label: string;
  isChosen: boolean;
};

function OptionRow({ type, name, id, label, isChosen, onToggle }: OptionRowProps) {
  return (
    <label className={styles.option}>
      <input
        type={type}
        name={name}
        value={id}
        checked={isChosen}
        onClick={(event) => onToggle(id, event.detail > 0)}
        onChange={() => undefined}
        className={styles.input}
      />
      <span aria-hidden="true" className={classNames(styles.check, type === "radio" && styles.round)}>
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
          <path d="m3 8.5 3.5 3.5L13 4.5" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
        </svg>
      </span>
      <span>{label}</span>
    </label>
  );
}

/** Options as large rows, each a native radio button or checkbox. */
export function OptionList({ question, chosen, type, onToggle, labelledBy, describedBy }: OptionListProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles this may have can be named and described
    <div
      role={type === "radio" ? "radiogroup" : "group"}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={styles.options}
    >
      {question.options?.map(({ id, label }) => (
        <OptionRow
          key={id}
          type={type}
          name={question.id}
          id={id}
          label={label}
          isChosen={chosen.includes(id)}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}
