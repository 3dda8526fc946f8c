"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobPreferences, JobPreferencesReply, SwipeReason } from "@/lib/contracts/jobs";
import styles from "./deck.module.css";
import { patchPreferences, preferencesOptions } from "./queries";
import { SWIPE_REASONS } from "./swipe-reasons";
import { type Decided, getSwipeStore } from "./swipe-store";
import type { Swiping } from "./use-swiping";

/** How long the question stays when nobody answers it. */
const ASK_MS = 9000;

/** Asks why, after a skip. It waits for nothing: the next card is there, and the question goes by itself. */
export function ReasonChips({ swiping, owner }: { swiping: Swiping; owner: string }) {
  const { last } = swiping;
  // Asked for before the first skip: a reason may be given before any reply to a swipe has come.
  const { data } = useQuery(preferencesOptions());
  const known = swiping.preferences ?? data?.preferences ?? null;
  if (last === null || last.kind !== "swipe" || last.direction !== "LEFT") return <div className={styles.chips} />;
  return <Chips key={last.key} skipped={last} swiping={swiping} known={known} owner={owner} />;
}

type ChipsProps = { skipped: Decided; swiping: Swiping; known: JobPreferences | null; owner: string };

function Chips({ skipped, swiping, known, owner }: ChipsProps) {
  const t = useTranslations("jobs.chips");
  const [chosen, setChosen] = useState<readonly SwipeReason[]>([]);
  const [isOver, setIsOver] = useState(false);
  // As they were before the first reason.
  const [before, setBefore] = useState<JobPreferences | null>(null);
  useEffect(() => {
    if (chosen.length > 0) return;
    const timer = window.setTimeout(() => setIsOver(true), ASK_MS);
    return () => window.clearTimeout(timer);
  }, [chosen]);
  if (isOver) return <div className={styles.chips} />;
  const choose = (reason: SwipeReason) => {
    const next = [...chosen, reason];
    if (chosen.length === 0) setBefore(known);
    setChosen(next);
    swiping.swipe({ id: skipped.jobId, title: skipped.title }, "LEFT", next);
  };
  return (
    <div className={styles.chips}>
      <fieldset className={styles.chipSet}>
        <legend className={classNames(text.caption, text.muted)}>{t("why", { title: skipped.title })}</legend>
        {SWIPE_REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            aria-pressed={chosen.includes(reason)}
            onClick={() => (chosen.includes(reason) ? undefined : choose(reason))}
            className={styles.chip}
          >
            {t(`reason.${reason}`)}
          </button>
        ))}
      </fieldset>
      {chosen.some((reason) => reason !== "other") ? (
        <Outcome before={before} now={swiping.preferences} owner={owner} onUndone={() => setIsOver(true)} />
      ) : null}
    </div>
  );
}

type OutcomeProps = { before: JobPreferences | null; now: JobPreferences | null; owner: string; onUndone: () => void };

/** What the reasons changed from now on, with the way back. */
function Outcome({ before, now, owner, onUndone }: OutcomeProps) {
  const t = useTranslations("jobs.chips");
  const toWords = useErrorWords();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const change = before === null || now === null ? {} : findChange(before, now);
  if (Object.keys(change).length === 0) return null;
  const undo = async () => {
    try {
      const reply: JobPreferencesReply = await patchPreferences(change);
      client.setQueryData(preferencesOptions().queryKey, reply);
      getSwipeStore(owner).adopt(reply);
      onUndone();
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <p role="status" className={classNames(text.caption, styles.outcome)}>
      {error === null ? t("changed") : toWords(error)}{" "}
      <button type="button" onClick={undo} className={styles.textButton}>
        {t("undo")}
      </button>
    </p>
  );
}

/** What has to be set to be back at what was before. */
function findChange(before: JobPreferences, now: JobPreferences): Partial<JobPreferences> {
  const names = Object.keys(before) as (keyof JobPreferences)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name]]));
}
