"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/state-message";
import { useToast } from "@/components/ui/toast";
import text from "@/components/ui/type.module.css";
import type { MatchModelListReply, MatchModelRow } from "@/lib/contracts/match";
import { DataTable } from "./data-table";
import { Panel } from "./panel";
import { changeMatchModelsOptions, matchModelsOptions } from "./queries";
import table from "./table.module.css";
import { useMatchColumns } from "./use-match-columns";

/** What says how likely careers suit: training, promoting and rolling back. */
export function MatchPanel({ start }: { start: MatchModelListReply }) {
  const t = useTranslations("admin.match");
  const format = useFormatter();
  const toast = useToast();
  const toWords = useErrorWords();
  const { data } = useQuery({ ...matchModelsOptions(), initialData: start });
  const { mutateAsync, error, reset, isPending } = useMutation(changeMatchModelsOptions(useQueryClient()));
  const [asked, setAsked] = useState<MatchModelRow | "roll-back" | null>(null);
  const columns = useMatchColumns(setAsked);
  const nameOf = (number: number | null): string => (number === null ? t("shipped") : t("version", { number }));
  const { items, serving, previous } = data;
  const isTraining = items.some(({ status }) => status === "training");
  const change = async (what: Parameters<typeof mutateAsync>[0], toDone: (number: number) => string): Promise<void> => {
    try {
      const reply = await mutateAsync(what);
      toast({ text: toDone("number" in reply ? reply.number : 0) });
    } catch {
      // Shown by whoever reads `error`.
    }
    setAsked(null);
  };
  const confirm = (): void => {
    if (asked === "roll-back") void change("roll-back", () => t("rolledBack"));
    else if (asked !== null) void change({ id: asked.id }, () => t("promoted", { number: asked.number }));
  };
  const before = nameOf(previous?.number ?? null);
  return (
    <Panel
      title={t("title")}
      intro={t("intro")}
      action={
        <div className={table.actions}>
          {previous === null ? null : (
            <Button variant="outlined" onClick={() => setAsked("roll-back")}>
              {t("rollBack", { name: before })}
            </Button>
          )}
          <Button
            variant="contained"
            aria-disabled={isTraining || undefined}
            onClick={() => {
              if (!isTraining) void change("train", (number) => t("begun", { number }));
            }}
          >
            {t(isTraining ? "training" : "train")}
          </Button>
        </div>
      }
    >
      {error === null ? null : (
        <Alert severity="error" role="alert" onClose={reset} sx={{ mb: 2 }}>
          {toWords(error)}
        </Alert>
      )}
      <p className={text.body} style={{ marginBottom: 12 }}>
        {serving === null
          ? t("nothing")
          : t("serving", {
              name: nameOf(serving.number),
              share: format.number(serving.realShare, { style: "percent", maximumFractionDigits: 1 }),
              pairs: serving.realPairs,
            })}{" "}
        {items.length === 0 ? null : t("figures")}
      </p>
      {items.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <DataTable caption={t("caption")} columns={columns} rows={items} getKey={({ id }) => id} />
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={
          asked === "roll-back"
            ? t("rollBackTitle", { name: before })
            : t("promoteTitle", { number: asked?.number ?? 0 })
        }
        confirmLabel={asked === "roll-back" ? t("rollBack", { name: before }) : t("promote")}
        isPending={isPending}
        onConfirm={confirm}
        onClose={() => setAsked(null)}
      >
        <p>{t(asked === "roll-back" ? "rollBackText" : "promoteText")}</p>
      </ConfirmDialog>
    </Panel>
  );
}
