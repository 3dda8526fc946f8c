"use client";

import Alert from "@mui/material/Alert";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { Ranker, RankerListReply, RankerSurface, TrainOptions } from "@/lib/contracts/rankers";
import { changeRankersOptions, rankersOptions } from "./queries";
import { RankerDetails } from "./ranker-details";
import { RankerNow } from "./ranker-now";
import { RankersPanel } from "./rankers-panel";
import { TableState } from "./table-state";
import { TrainPanel } from "./train-panel";

type ModelsViewProps = {
  surface: RankerSurface;
  /** What the server rendered. */
  start: RankerListReply;
  usualOptions: TrainOptions;
  /** What each feature means, by name. */
  meanings: Readonly<Record<string, string>>;
};

/** What ranks a surface, training of what could rank them better, and how good each version is. */
export function ModelsView({ surface, start, usualOptions, meanings }: ModelsViewProps) {
  const t = useTranslations("admin.models");
  const toWords = useErrorWords();
  const query = useQuery({ ...rankersOptions(surface), initialData: start });
  const { items, current, previous } = query.data;
  const changes = useRankerChanges(surface);
  const [asked, setAsked] = useState<Ranker | "roll-back" | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  useTrainingToast(items);
  const chosen = items.find(({ id }) => id === chosenId) ?? items.find(({ report }) => report !== null);
  const before = previous?.number ?? null;
  const nameOf = (number: number | null) => (number === null ? t("baseScores") : t("version", { number }));
  const confirm = async (): Promise<void> => {
    if (asked === "roll-back") await changes.run({ change: "roll-back" }, t("rolledBack", { name: nameOf(before) }));
    else if (asked !== null)
      await changes.run({ id: asked.id, change: "promote" }, t("promoted", { number: asked.number }));
    setAsked(null);
  };
  return (
    <>
      <TableState query={query} />
      {changes.error === null ? null : (
        <Alert severity="error" role="alert" onClose={changes.reset} sx={{ mb: 2 }}>
          {toWords(changes.error)}
        </Alert>
      )}
      <RankerNow
        surface={surface}
        current={current}
        rollBackTo={previous === null ? null : nameOf(before)}
        onRollBack={() => setAsked("roll-back")}
      />
      <TrainPanel
        surface={surface}
        training={items.find(({ status }) => status === "training") ?? null}
        usual={usualOptions}
        onCancel={({ id, number }) => void changes.run({ id, change: "cancel" }, t("cancelled", { number }))}
      />
      <RankersPanel rankers={items} chosenId={chosen?.id ?? null} onChoose={setChosenId} onPromote={setAsked} />
      {chosen === undefined ? null : (
        <RankerDetails key={chosen.id} ranker={chosen} meanings={meanings} isAsked={chosenId !== null} />
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={
          asked === "roll-back"
            ? t("rollBackTitle", { name: nameOf(before) })
            : t("promoteTitle", { number: asked?.number ?? 0 })
        }
        confirmLabel={t(asked === "roll-back" ? "rollBackConfirm" : "promote")}
        isPending={changes.isPending}
        onConfirm={() => void confirm()}
        onClose={() => setAsked(null)}
      >
        <p>{t(asked === "roll-back" ? "rollBackText" : "promoteText")}</p>
      </ConfirmDialog>
    </>
  );
}

/** Changes what ranks; what was refused stays until the next change or until it is closed. */
function useRankerChanges(surface: RankerSurface) {
  const toast = useToast();
  const options = changeRankersOptions(useQueryClient(), surface);
  const { mutateAsync, error, reset, isPending } = useMutation(options);
  const run = async (change: Parameters<typeof mutateAsync>[0], done: string): Promise<void> => {
    try {
      await mutateAsync(change);
      toast({ text: done });
    } catch {
      // Shown by whoever reads `error`.
    }
  };
  return { run, error, reset, isPending };
}

/** Says how a training ended that this page saw going on. */
function useTrainingToast(items: readonly Ranker[]): void {
  const t = useTranslations("admin.models");
  const toast = useToast();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const ended = items.find(({ id, status }) => id === seen.current && status !== "training");
    seen.current = items.find(({ status }) => status === "training")?.id ?? null;
    if (ended?.status === "ready") toast({ text: t("trained", { number: ended.number }) });
    if (ended?.status === "failed") toast({ text: t("trainingFailed", { number: ended.number }), tone: "bad" });
  }, [items, t, toast]);
}
