"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import text from "@/components/ui/type.module.css";
import styles from "./deck.module.css";

const KEYS = ["skip", "apply", "undo", "help"] as const;

/** What the keys do, and what a swipe means. */
export function DeckHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("jobs.deck");
  return (
    <BottomSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t("helpTitle")}
      action={
        <Button variant="contained" onClick={onClose}>
          {t("helpDone")}
        </Button>
      }
    >
      <dl className={styles.keys}>
        {KEYS.map((name) => (
          <Fragment key={name}>
            <dt>
              <kbd>{t(`key.${name}`)}</kbd>
            </dt>
            <dd>{t(`keyDoes.${name}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={text.small}>{t("helpText")}</p>
    </BottomSheet>
  );
}
