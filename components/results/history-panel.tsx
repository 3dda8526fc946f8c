"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import native from "@/components/ui/controls.module.css";
import text from "@/components/ui/type.module.css";
import type { ListHistory } from "@/lib/contracts/results";
import styles from "./history-panel.module.css";
import { forgetCareersOptions, forgetChoicesOptions, usesHistoryOptions } from "./queries";

type HistoryPanelProps = {
  history: ListHistory;
  /** The list no longer shows what the history now says. */
  onChanged: () => void;
};

/** What the list learned from the person beside their answers: each part of it removable, and all of it to be switched off. */
export function HistoryPanel({ history, onChanged }: HistoryPanelProps) {
  const t = useTranslations("results.history");
  const toWords = useErrorWords();
  const id = useId();
  const forget = useMutation({ ...forgetCareersOptions(), onSuccess: onChanged });
  const forgetChoices = useMutation({ ...forgetChoicesOptions(), onSuccess: onChanged });
  const toggle = useMutation({ ...usesHistoryOptions(), onSuccess: onChanged });
  const error = forget.error ?? forgetChoices.error ?? toggle.error;
  const isOn = toggle.isPending ? toggle.variables : history.enabled;
  const { liked, disliked, hidden, choices } = history;
  const lead = !history.enabled
    ? t("off")
    : liked.length + disliked.length === 0
      ? t(choices === 0 ? "none" : "noneSaved")
      : !history.applied
        ? t("waiting")
        : liked.length > 0
          ? t("applied", { percent: Math.round(100 * history.share) })
          : null;
  const chips = (items: ListHistory["liked"]) => (
    <ul className={styles.chips}>
      {items.map(({ code, career, because }) => (
        <li key={code} className={styles.chip}>
          <AppLink href={`/careers/${code}`}>{career}</AppLink>
          <span className={classNames(text.caption, text.muted)}>{t(`because.${because}`)}</span>
          <button
            type="button"
            className={styles.forget}
            aria-label={t("forget", { career })}
            disabled={forget.isPending}
            onClick={() => forget.mutate([code])}
          >
            {t("forgetShort")}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby={id} className={styles.panel}>
      <h2 id={id} className={text.h4}>
        {t("title")}
      </h2>
      {lead === null ? null : <p className={classNames(text.small, text.muted)}>{lead}</p>}
      {chips(liked)}
      {disliked.length === 0 ? null : (
        <>
          <p className={classNames(text.small, text.muted)}>{t("negative")}</p>
          {chips(disliked)}
        </>
      )}
      {liked.length + disliked.length < 2 ? null : (
        <button
          type="button"
          className={styles.forget}
          disabled={forget.isPending}
          onClick={() => forget.mutate([...liked, ...disliked].map(({ code }) => code))}
        >
          {t("forgetAll")}
        </button>
      )}
      {choices === 0 ? null : (
        <>
          <p className={classNames(text.small, text.muted)}>{t("choices", { count: choices })}</p>
          <button
            type="button"
            className={styles.forget}
            disabled={forgetChoices.isPending}
            onClick={() => forgetChoices.mutate()}
          >
            {t("forgetChoices")}
          </button>
        </>
      )}
      {hidden === 0 ? null : (
        <p className={text.small}>
          {t("hidden", { count: hidden })} <AppLink href="/activity">{t("hiddenLink")}</AppLink>
        </p>
      )}
      <label className={native.switchRow}>
        <input
          type="checkbox"
          role="switch"
          className={native.switch}
          checked={isOn}
          aria-checked={isOn}
          onChange={(event) => toggle.mutate(event.target.checked)}
        />
        {t("switch")}
      </label>
      <p role="alert" className={classNames(text.small, styles.error)}>
        {error === null ? "" : t("failed", { reason: toWords(error) })}
      </p>
      <p className={classNames(text.small, styles.links)}>
        <AppLink href="/how-ranking-works">{t("how")}</AppLink>
        <AppLink href="/careers?sort=openings">{t("plain")}</AppLink>
      </p>
    </section>
  );
}
