"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import styles from "./controls.module.css";
import text from "./type.module.css";
import { useModal } from "./use-modal";

type BottomSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** A line under the title that stays in view. */
  subtitle?: ReactNode;
  /** A control at the right of the title, such as the button that closes. */
  action: ReactNode;
  children: ReactNode;
};

/**
 * Controls that come up from below on a phone. A native dialog brings the focus trap, Escape and the way back to the button
 * that opened it; what is inside exists only while it is open.
 */
export function BottomSheet({ isOpen, onClose, title, subtitle, action, children }: BottomSheetProps) {
  const id = useId();
  const dialog = useModal(isOpen);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; the keyboard's way out is Escape
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={styles.sheet}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {isOpen ? (
        <>
          <div className={styles.sheetHead}>
            <div className={styles.sheetTitle}>
              <h2 id={id} className={text.h4}>
                {title}
              </h2>
              {subtitle === undefined ? null : <p className={classNames(text.small, text.muted)}>{subtitle}</p>}
            </div>
            {action}
          </div>
          <div className={styles.sheetBody}>{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
