"use client";

import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Clears the form, after asking. */
export function StartOver({ onConfirm }: { onConfirm: () => void }) {
  const t = useTranslations("quizUi");
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button
        size="small"
        color="inherit"
        onClick={() => setIsOpen(true)}
        sx={{ minHeight: 44, color: "text.secondary" }}
      >
        {t("startOver")}
      </Button>
      <Dialog open={isOpen} onClose={close} aria-labelledby="start-over-title" aria-describedby="start-over-text">
        <DialogTitle id="start-over-title">{t("startOverTitle")}</DialogTitle>
        <DialogContent>
          <DialogContentText id="start-over-text">{t("startOverText")}</DialogContentText>
        </DialogContent>
        <DialogActions sx={{ p: 2, pt: 0 }}>
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
        </DialogActions>
      </Dialog>
    </>
  );
}
