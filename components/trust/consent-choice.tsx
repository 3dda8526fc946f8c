"use client";

import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useChoice } from "@/components/tracking/use-choice";
import text from "@/components/ui/type.module.css";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import styles from "./trust.module.css";

type ConsentChoiceProps = {
  /** What the server knows of the person's choice. */
  known: KnownChoice;
  words: { allow: string; refuse: string };
};

/** Says whether anything is recorded now, and changes it. A browser's own wish counts above it and leaves nothing to choose. */
export function ConsentChoice({ known, words }: ConsentChoiceProps) {
  const t = useTranslations("consent");
  const choice = useChoice(known);
  useEffect(() => getTracker().adopt(known), [known]);
  const state = choice === "unknown" ? known : choice;
  return (
    <div className={styles.choice}>
      <p role="status" className={text.h5}>
        {t(`now.${state}`)}
      </p>
      {state === "opted_out" ? null : (
        <>
          <ChoiceButton isChosen={state === "granted"} isGranted words={words.allow} />
          <ChoiceButton isChosen={state === "refused"} isGranted={false} words={words.refuse} />
        </>
      )}
    </div>
  );
}

function ChoiceButton(props: { isChosen: boolean; isGranted: boolean; words: string }) {
  const { isChosen, isGranted, words } = props;
  return (
    <Button
      variant={isChosen ? "contained" : "outlined"}
      aria-pressed={isChosen}
      onClick={() => getTracker().choose(isGranted)}
    >
      {words}
    </Button>
  );
}
