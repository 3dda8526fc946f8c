"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./quiz.module.css";

/** Clears the form, after asking. A native dialog brings the focus trap, Escape and the way back to the button. */
export function StartOver({ onConfirm }: { onConfirm: () => void }) {
  const t = useTranslations("quizUi");
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <Button
        size="small"
        color="inherit"
        onClick={() => dialog.current?.showModal()}
        sx={{ minHeight: 44, color: "text.secondary" }}
      >
        {t("startOver")}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="start-over-title"
        aria-describedby="start-over-text"
        className={styles.dialog}
      >
        <h2 id="start-over-title" className={text.h4}>
          {t("startOverTitle")}
        </h2>
        <p id="start-over-text" className={classNames(text.body, text.muted, styles.dialogText)}>
          {t("startOverText")}
        </p>
        <div className={styles.dialogActions}>
          <Button onClick={close}>{t("startOverNo")}</Button>
          <Button
            variant="contained"
            onClick={() => {
              close();
              onConfirm();
            }}
          >
            {t("startOverYes")}
          </Button>
        </div>
      </dialog>
    </>
  );
}
