"use client";

import { useFormState } from "react-hook-form";
import { ErrorSummary } from "@/components/account/error-summary";
import { Field } from "@/components/account/field";
import { SubmitButton } from "@/components/account/submit-button";
import { useAccountForm } from "@/components/account/use-account-form";
import { useFieldFaults } from "@/components/account/use-field-faults";
import { classNames } from "@/components/ui/class-names";
import controls from "@/components/ui/controls.module.css";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useToast } from "@/components/ui/toast";
import styles from "./message-form.module.css";

type MessageFormProps = {
  /** Of the form. */
  id: string;
  lengthMax: number;
  /** Rejects when it did not work. */
  send: (message: string) => Promise<void>;
  words: Record<"message" | "missing" | "send" | "sending" | "sent" | "leaveTitle" | "leaveText" | "leave", string>;
};

/** Writes to the other side of an application. What was written stays until it is sent. */
export function MessageForm({ id, lengthMax, send, words }: MessageFormProps) {
  const toast = useToast();
  const editor = useAccountForm<{ message: string }>({
    id,
    fields: ["message"],
    defaultValues: { message: "" },
    send: async ({ message }) => {
      await send(message);
      editor.reset({ message: "" });
      toast({ text: words.sent });
    },
    toFaults: useFieldFaults({ message: words.message }),
  });
  const { isDirty } = useFormState({ control: editor.control });
  const {
    id: fieldId,
    error,
    ...area
  } = editor.field("message", { validate: (message) => message.trim() !== "" || words.missing });
  return (
    <>
      <form method="post" noValidate onSubmit={editor.submit} className={styles.form}>
        <ErrorSummary faults={editor.faults} attempt={editor.attempt} />
        <Field id={fieldId} label={words.message} error={error}>
          {(described) => (
            <textarea
              rows={4}
              {...area}
              {...described}
              maxLength={lengthMax}
              className={classNames(controls.control, styles.message)}
            />
          )}
        </Field>
        <SubmitButton isPending={editor.isPending} pendingText={words.sending} sx={{ justifySelf: "start" }}>
          {words.send}
        </SubmitButton>
      </form>
      <LeaveDialog isDirty={isDirty} title={words.leaveTitle} leaveLabel={words.leave}>
        <p>{words.leaveText}</p>
      </LeaveDialog>
    </>
  );
}
