"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import styles from "./dialog.module.css";

type Toast = {
  text: string;
  tone?: "plain" | "bad";
  /** Takes back what the text says was done. */
  onUndo?: () => void;
};

const SHOWN_MS = 8000;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Says something short at the foot of the screen, for a while. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

type ToastProviderProps = { words: { undo: string; close: string }; children: ReactNode };

export function ToastProvider({ words, children }: ToastProviderProps) {
  const [shown, setShown] = useState<(Toast & { id: number }) | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const show = useCallback((toast: Toast) => setShown((last) => ({ ...toast, id: (last?.id ?? 0) + 1 })), []);
  useEffect(() => {
    if (shown === null || isHeld) return;
    const timer = window.setTimeout(() => setShown(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [shown, isHeld]);
  const close = () => {
    setShown(null);
    setIsHeld(false);
  };
  return (
    <ToastContext value={show}>
      {children}
      {/* Stays in the page: what comes into it is read out, which a region that comes along with its text may not be. */}
      <div className={styles.toasts} role="status">
        {shown === null ? null : (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or being in it keeps it there, nothing more
          <div
            key={shown.id}
            className={styles.toast}
            data-tone={shown.tone}
            onPointerEnter={() => setIsHeld(true)}
            onPointerLeave={() => setIsHeld(false)}
            onFocus={() => setIsHeld(true)}
            onBlur={() => setIsHeld(false)}
          >
            <span className={styles.toastText}>{shown.text}</span>
            {shown.onUndo === undefined ? null : (
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  shown.onUndo?.();
                  close();
                }}
              >
                {words.undo}
              </Button>
            )}
            <IconButton size="small" aria-label={words.close} onClick={close}>
              <CloseRounded fontSize="small" />
            </IconButton>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
