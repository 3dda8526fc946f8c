"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { PrivacyChoices } from "@/components/tracking/privacy-choices";
import { useChoice } from "@/components/tracking/use-choice";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import styles from "./activity.module.css";

/** Whether anything is recorded, why not, and the one click that starts it. */
export function RecordingState({ known }: { known: KnownChoice }) {
  const t = useTranslations("activityPage");
  const choice = useChoice(known);
  useEffect(() => getTracker().adopt(known), [known]);
  const state = choice === "unknown" ? known : choice;
  return (
    <section aria-label={t("recordingLabel")} className={styles.recording}>
      <div className={styles.recordingText}>
        <p role="status" className={text.h5}>
          {t(`recording.${state}.title`)}
        </p>
        <p className={classNames(text.small, text.muted)}>{t(`recording.${state}.text`)}</p>
      </div>
      {state === "granted" ? <PrivacyChoices label={t("recordingChange")} /> : null}
      {state === "refused" || state === "unasked" ? (
        <Button variant="contained" onClick={() => getTracker().choose(true)}>
          {t("recordingAllow")}
        </Button>
      ) : null}
    </section>
  );
}
