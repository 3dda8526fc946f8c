"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import { NOTE_LENGTH_MAX } from "./note-saver";
import styles from "./saved.module.css";
import type { Note } from "./use-note";

const NEARLY_FULL = 1800;

/** The person's own words on a career, saved as they are written. More than fits may be pasted, so that nothing is cut off unseen. */
export function NoteField({ note, placeholder }: { note: Note; placeholder?: string }) {
  const t = useTranslations("saved");
  const toWords = useErrorWords();
  const id = useId();
  const over = note.text.length - NOTE_LENGTH_MAX;
  const isFaulty = note.status === "refused" || note.status === "tooLong" || note.status === "offline";
  const words = {
    idle: "",
    waiting: t("noteWaiting"),
    saving: t("noteSaving"),
    saved: t("noteSaved"),
    offline: t("noteOffline"),
    refused: t("noteRefused", { reason: toWords(note.error) }),
    tooLong: t("noteTooLong", { over: Math.max(1, over) }),
  }[note.status];
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {t("note")}
      </label>
      <textarea
        id={id}
        rows={2}
        value={note.text}
        placeholder={placeholder ?? t("notePlaceholder")}
        onChange={(event) => note.change(event.target.value)}
        onBlur={note.flush}
        aria-invalid={note.status === "tooLong"}
        aria-describedby={`${id}-status`}
        className={classNames(controls.control, styles.note)}
      />
      {/* A text box prints only what it shows. */}
      <p className={classNames(text.small, styles.printedNote)}>{note.text}</p>
      <div className={styles.noteFoot}>
        <p
          id={`${id}-status`}
          role="status"
          className={classNames(text.caption, isFaulty ? styles.faulty : text.muted)}
        >
          {words}
        </p>
        {note.text.length > NEARLY_FULL ? (
          <span className={classNames(text.caption, text.muted)}>
            {t("noteCount", { count: note.text.length, max: NOTE_LENGTH_MAX })}
          </span>
        ) : null}
        {note.status === "refused" || note.status === "offline" ? (
          <Button size="small" onClick={note.flush}>
            {t("noteRetry")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
