"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { BottomSheet } from "@/components/ui/bottom-sheet";
import text from "@/components/ui/type.module.css";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import styles from "./consent.module.css";
import { ConsentQuestion } from "./consent-question";
import { consentOptions } from "./queries";
import { useChoice } from "./use-choice";

type PrivacySheetProps = { isOpen: boolean; title: string; onClose: () => void };

/** Says whether anything is recorded now, and changes it. */
export function PrivacySheet({ isOpen, title, onClose }: PrivacySheetProps) {
  const t = useTranslations("consent");
  const tCommon = useTranslations("common");
  return (
    <BottomSheet
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      action={
        <Button variant="contained" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <Choices loading={tCommon("loading")} />
    </BottomSheet>
  );
}

function Choices({ loading }: { loading: string }) {
  const t = useTranslations("consent");
  const toWords = useErrorWords();
  const { data, error } = useQuery(consentOptions());
  useEffect(() => {
    if (data !== undefined) getTracker().adopt(data);
  }, [data]);
  const choice = useChoice(data);
  if (choice === undefined || choice === "unknown") {
    return <p className={text.small}>{error === null ? loading : toWords(error)}</p>;
  }
  return (
    <div className={styles.sheet}>
      <p role="status" className={text.h5}>
        {t(`now.${choice}`)}
      </p>
      {choice === "opted_out" ? null : <ConsentQuestion onAnswer={() => {}} />}
    </div>
  );
}
