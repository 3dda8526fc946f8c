"use client";

import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Toast = { key: number; text: string; onUndo: (() => void) | undefined };
type ShowToast = (text: string, onUndo?: () => void) => void;

const TOAST_MS = 6000;

const ToastContext = createContext<ShowToast>(() => {});

/** Shows a short message, read out as well, with a way to take back what it tells of. */
export const useActionToast = (): ShowToast => useContext(ToastContext);

/** One place for messages, so that those of two cards never cover each other. */
export function ActionToasts({ children }: { children: ReactNode }) {
  const t = useTranslations("cardActions");
  const [toast, setToast] = useState<Toast | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const show = useCallback<ShowToast>((text, onUndo) => {
    setToast((last) => ({ key: (last?.key ?? 0) + 1, text, onUndo }));
    setIsOpen(true);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      {toast === null ? null : (
        <Snackbar
          key={toast.key}
          open={isOpen}
          autoHideDuration={TOAST_MS}
          onClose={(_, reason) => {
            if (reason !== "clickaway") setIsOpen(false);
          }}
          message={toast.text}
          action={
            toast.onUndo === undefined ? undefined : (
              <Button color="inherit" size="small" onClick={toast.onUndo} sx={{ textDecoration: "underline" }}>
                {t("undo")}
              </Button>
            )
          }
        />
      )}
    </ToastContext>
  );
}
