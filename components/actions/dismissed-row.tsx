"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import text from "@/components/ui/type.module.css";
import styles from "./actions.module.css";

type DismissedRowProps = {
  career: string;
  /** It was a card until a moment ago, whose button had the focus. */
  isFresh: boolean;
  onUndo: () => void;
};

/** What is left of a card that somebody set aside. */
export function DismissedRow({ career, isFresh, onUndo }: DismissedRowProps) {
  const t = useTranslations("cardActions");
  const undo = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (isFresh) undo.current?.focus();
  }, [isFresh]);
  return (
    <div className={styles.dismissed}>
      <p id={id} className={text.small}>
        {t("dismissed", { career })}
      </p>
      <Button
        ref={undo}
        size="small"
        onClick={onUndo}
        aria-label={t("undoOf", { career })}
        aria-describedby={id}
        sx={{ minHeight: 44 }}
      >
        {t("undo")}
      </Button>
    </div>
  );
}
