"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import styles from "./consent.module.css";

/** What is asked, and two answers of the same weight. */
export function ConsentQuestion({ onAnswer }: { onAnswer: () => void }) {
  const t = useTranslations("consent");
  const answer = (isGranted: boolean) => {
    getTracker().choose(isGranted);
    onAnswer();
  };
  return (
    <div className={styles.question}>
      <p className={classNames(text.small, styles.words)}>
        {t("text")} <AppLink href="/privacy">{t("more")}</AppLink>
      </p>
      <div className={styles.answers}>
        <Button variant="outlined" onClick={() => answer(true)}>
          {t("allow")}
        </Button>
        <Button variant="outlined" onClick={() => answer(false)}>
          {t("refuse")}
        </Button>
      </div>
    </div>
  );
}
