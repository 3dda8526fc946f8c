"use client";

import Button from "@mui/material/Button";
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";
import { ErrorSummary, type Fault } from "./error-summary";
import { SettingsPart } from "./settings-card";
import { SubmitButton } from "./submit-button";

type SettingFormProps = {
  title: string;
  /** What the setting is now. */
  note: string;
  /** What was just changed, in words; null before that. */
  done: string | null;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  form: { submit: (event: SyntheticEvent) => void; isPending: boolean; faults: readonly Fault[]; attempt: number };
  words: { change: string; save: string; saving: string; cancel: string };
  /** The fields. */
  children: ReactNode;
};

/** A setting that a short form changes. The form comes when it is asked for and goes when it is done, and the focus goes along. */
export function SettingForm({ title, note, done, isOpen, onOpen, form, words, children }: SettingFormProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) fields.current?.querySelector<HTMLInputElement>("input:not([hidden])")?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <SettingsPart
      title={title}
      note={note}
      control={
        isOpen ? null : (
          <Button ref={opener} variant="outlined" onClick={() => onOpen(true)}>
            {words.change}
          </Button>
        )
      }
    >
      {isOpen ? (
        <form method="post" noValidate onSubmit={form.submit} className={styles.inlineForm}>
          <ErrorSummary faults={form.faults} attempt={form.attempt} />
          <div ref={fields} className={styles.inlineFields}>
            {children}
          </div>
          <div className={styles.actions}>
            <SubmitButton isPending={form.isPending} pendingText={words.saving}>
              {words.save}
            </SubmitButton>
            <Button variant="text" onClick={() => onOpen(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      ) : null}
      <p role="status" data-state="good" className={classNames(text.small, styles.status)}>
        {done}
      </p>
    </SettingsPart>
  );
}
