"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import styles from "./dialog.module.css";
import text from "./type.module.css";
import { useModal } from "./use-modal";

type ConfirmDialogProps = {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  /** What the button that does it says. */
  confirmLabel: string;
  isDangerous?: boolean;
  isPending?: boolean;
  /** Further ways out, beside doing it and not doing it. */
  actions?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that has no way back. A native dialog brings the focus trap, Escape and the way back to the button. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirmLabel, isDangerous = false, isPending = false, actions } = props;
  const t = useTranslations("common");
  const id = useId();
  const dialog = useModal(isOpen);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={props.onClose}
      className={styles.dialog}
    >
      {isOpen ? (
        <>
          <h2 id={`${id}-title`} className={text.h4}>
            {title}
          </h2>
          <div id={`${id}-text`} className={classNames(text.body, text.muted, styles.dialogText)}>
            {children}
          </div>
          <div className={styles.dialogActions}>
            <Button onClick={props.onClose}>{t("cancel")}</Button>
            {actions}
            <Button
              variant="contained"
              color={isDangerous ? "error" : "primary"}
              aria-disabled={isPending || undefined}
              onClick={() => {
                if (!isPending) props.onConfirm();
              }}
            >
              {confirmLabel}
            </Button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
