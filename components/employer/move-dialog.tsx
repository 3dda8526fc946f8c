"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import messageForm from "@/components/applications/message-form.module.css";
import { useErrorWords } from "@/components/careers/use-error-words";
import { classNames } from "@/components/ui/class-names";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import controls from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";
import { toName } from "./applicant-name";
import styles from "./form.module.css";
import { isFinal } from "./use-step-words";

export type Asked = { applicant: Applicant; status: ApplicationStatus };

type MoveDialogProps = {
  /** null while nothing is asked */
  asked: Asked | null;
  messageLengthMax: number;
  /** Rejects when it did not work. */
  onMove: (asked: Asked, message?: string) => Promise<void>;
  onClose: () => void;
};

/** Asks before somebody is moved, with room for a few words to them. What was written stays until it is sent. */
export function MoveDialog({ asked, messageLengthMax, onMove, onClose }: MoveDialogProps) {
  const t = useTranslations("employer.ask");
  const words = useAskWords(asked);
  const { message, setMessage, error, isPending, confirm } = useAsked({ asked, onMove, onClose });
  const id = useId();
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      title={words.title}
      confirmLabel={isPending ? t("pending") : words.confirm}
      isDangerous={asked?.status === "REJECTED"}
      isPending={isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(asked !== null && isFinal(asked.status) ? "finalText" : "text")}</p>
      <div className={styles.asked}>
        <label htmlFor={id} className={text.label}>
          {t("message")}
        </label>
        <textarea
          id={id}
          rows={4}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          maxLength={messageLengthMax}
          aria-describedby={`${id}-hint`}
          className={classNames(controls.control, messageForm.message)}
        />
        <p id={`${id}-hint`} className={classNames(text.small, text.muted)}>
          {t("messageHint")}
        </p>
      </div>
      <p role="alert" className={styles.failed}>
        {error}
      </p>
    </ConfirmDialog>
  );
}

function useAskWords(asked: Asked | null): { title: string; confirm: string } {
  const t = useTranslations("employer");
  if (asked === null) return { title: "", confirm: "" };
  const { status, applicant } = asked;
  const stage = t(`statuses.${status}`);
  if (!isFinal(status))
    return { title: t("ask.title", { status: stage }), confirm: t("ask.confirm", { status: stage }) };
  return { title: t(`ask.${status}`, { name: toName(applicant) }), confirm: t(`ask.confirm${status}`) };
}

/** What was written to whom, and how moving them went. */
function useAsked({ asked, onMove, onClose }: Omit<MoveDialogProps, "messageLengthMax">) {
  const toWords = useErrorWords();
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<{ asked: Asked; error: unknown } | null>(null);
  const [isPending, setIsPending] = useState(false);
  const id = asked?.applicant.applicationId ?? "";
  const message = drafts[id] ?? "";
  const setMessage = (words: string) => setDrafts((last) => ({ ...last, [id]: words }));
  const confirm = async (): Promise<void> => {
    if (asked === null) return;
    setIsPending(true);
    try {
      await onMove(asked, message.trim() || undefined);
      setMessage("");
      onClose();
    } catch (error) {
      setFailure({ asked, error });
    } finally {
      setIsPending(false);
    }
  };
  return {
    ...{ message, setMessage, isPending, confirm: () => void confirm() },
    error: failure !== null && failure.asked === asked && !isPending ? toWords(failure.error) : null,
  };
}
