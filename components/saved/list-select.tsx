"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import styles from "./saved.module.css";

/** The server's own limit. */
export const LIST_NAME_LENGTH_MAX = 60;

type ListSelectProps = {
  /** Title of the career, so that the control says what it moves. */
  title: string;
  list: string;
  lists: readonly { name: string }[];
  onMove: (list: string) => void;
};

const NEW = "\n";

/** Which of the person's lists a career is in: a native select, and a field for the name of a new list. */
export function ListSelect({ title, list, lists, onMove }: ListSelectProps) {
  const t = useTranslations("saved");
  const id = useId();
  const [isNaming, setIsNaming] = useState(false);
  if (isNaming) {
    return (
      <NameForm
        label={t("newListName")}
        initial=""
        action={t("newListAdd")}
        onName={(name) => {
          setIsNaming(false);
          if (name !== "") onMove(name);
        }}
        onCancel={() => setIsNaming(false)}
      />
    );
  }
  return (
    <div className={classNames(controls.field, styles.listSelect)}>
      <label htmlFor={id} className={controls.label}>
        {t("list")}
      </label>
      <select
        id={id}
        value={list}
        aria-label={t("listOf", { title })}
        onChange={(event) => {
          if (event.target.value === NEW) setIsNaming(true);
          else onMove(event.target.value);
        }}
        className={classNames(controls.control, controls.select)}
      >
        <option value="">{t("noList")}</option>
        {lists.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value={NEW}>{t("newList")}</option>
      </select>
    </div>
  );
}

type NameFormProps = {
  label: string;
  initial: string;
  action: string;
  onName: (name: string) => void;
  onCancel: () => void;
};

/** A name for a list, new or another one. */
export function NameForm({ label, initial, action, onName, onCancel }: NameFormProps) {
  const t = useTranslations("common");
  const id = useId();
  const [name, setName] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(name.replace(/\s+/g, " ").trim());
  };
  return (
    <form onSubmit={submit} className={styles.nameForm}>
      <div className={classNames(controls.field, styles.nameField)}>
        <label htmlFor={id} className={controls.label}>
          {label}
        </label>
        <input
          id={id}
          value={name}
          maxLength={LIST_NAME_LENGTH_MAX}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field, where the control they used was
          autoFocus
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onCancel();
          }}
          className={controls.control}
        />
      </div>
      <Button type="submit" variant="contained">
        {action}
      </Button>
      <Button onClick={onCancel}>{t("cancel")}</Button>
    </form>
  );
}
