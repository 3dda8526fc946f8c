"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import styles from "./account.module.css";
import { leaveTo } from "./entry";
import { signOutEverywhere } from "./queries";
import { SettingsPart } from "./settings-card";
import { useAccountWords } from "./use-account-words";

/** Ends every session, this one too, after a question: it cannot be taken back. */
export function EverywhereSetting() {
  const t = useTranslations("account.settings");
  const toWords = useAccountWords();
  const [step, setStep] = useState<"rest" | "asked" | "pending">("rest");
  const [error, setError] = useState<unknown>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = async () => {
    if (step === "pending") return;
    setStep("pending");
    setError(null);
    try {
      await signOutEverywhere();
      await leaveTo("/sign-in");
    } catch (cause) {
      setError(cause);
      setStep("asked");
    }
  };
  const cancel = () => {
    setStep("rest");
    setError(null);
    opener.current?.focus();
  };
  return (
    <SettingsPart
      title={t("everywhereTitle")}
      note={t("everywhereText")}
      control={
        <Button ref={opener} variant="outlined" aria-expanded={step !== "rest"} onClick={() => setStep("asked")}>
          {t("everywhere")}
        </Button>
      }
    >
      {step === "rest" ? null : (
        <div className={styles.note}>
          <p className={text.body}>{t("everywhereConfirm")}</p>
          <div className={styles.actions} style={{ marginTop: 12 }}>
            <Button variant="contained" onClick={leave} autoFocus aria-disabled={step === "pending" || undefined}>
              {t(step === "pending" ? "everywhereBusy" : "everywhereYes")}
            </Button>
            <Button variant="text" onClick={cancel}>
              {t("cancel")}
            </Button>
          </div>
        </div>
      )}
      <p role="alert" className={classNames(text.small, styles.error)}>
        {error === null ? null : toWords(error)}
      </p>
    </SettingsPart>
  );
}
