"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useChoice } from "@/components/tracking/use-choice";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import styles from "./account.module.css";
import { updateMeOptions } from "./queries";
import { SwitchSetting } from "./switch-setting";
import { useAccountWords } from "./use-account-words";
import { useStoredSwitch } from "./use-stored-switch";

/** Whether what somebody saved and dismissed moves their recommendations. */
export function HistorySetting({ isOn: initial }: { isOn: boolean }) {
  const t = useTranslations("account.settings");
  const toWords = useAccountWords();
  const { mutateAsync } = useMutation(updateMeOptions());
  const { isOn, outcome, change } = useStoredSwitch(initial, (usesHistory) => mutateAsync({ usesHistory }));
  return (
    <SwitchSetting
      title={t("historyTitle")}
      note={t("historyText")}
      isOn={isOn}
      words={{ on: t("on"), off: t("off") }}
      onChange={change}
    >
      <p
        role="status"
        data-state={outcome?.kind === "failed" ? "bad" : "good"}
        className={classNames(text.small, styles.status)}
      >
        {outcome?.kind === "saved" ? t("switchSaved") : null}
        {outcome?.kind === "failed" ? t("switchFailed", { reason: toWords(outcome.error) }) : null}
      </p>
    </SwitchSetting>
  );
}

/**
 * Whether what somebody does is recorded: the same choice as everywhere else, which counts in this browser at once and is told to the
 * server as soon as it can be reached. Above it is what the browser asks for.
 */
export function RecordingSetting({ known }: { known: KnownChoice }) {
  const t = useTranslations("account.settings");
  const choice = useChoice(known);
  useEffect(() => getTracker().adopt(known), [known]);
  const remark = choice === "opted_out" ? t("recordingOptedOut") : choice === "unasked" ? t("recordingUnasked") : null;
  return (
    <SwitchSetting
      title={t("recordingTitle")}
      note={t("recordingText")}
      isOn={choice === "granted"}
      words={{ on: t("on"), off: t("off") }}
      onChange={choice === "opted_out" ? undefined : (isOn) => getTracker().choose(isOn)}
    >
      {remark === null ? null : <p className={classNames(text.small, styles.note)}>{remark}</p>}
    </SwitchSetting>
  );
}
