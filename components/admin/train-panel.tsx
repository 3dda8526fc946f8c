"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { useErrorWords } from "@/components/careers/use-error-words";
import { MeterBar } from "@/components/ui/meter-bar";
import type { Ranker, RankerSurface, TrainOptions } from "@/lib/contracts/rankers";
import { ApiError } from "@/lib/web/client/api-error";
import { FactRows } from "./fact-rows";
import form from "./form.module.css";
import { FormInput } from "./form-field";
import { Panel } from "./panel";
import { trainRankerOptions } from "./queries";

const OPTIONS = ["min_interactions", "lookback_days", "validation_split", "num_boost_round"] as const;
type Option = (typeof OPTIONS)[number];

const toId = (option: Option): string => `train-${option}`;

type TrainPanelProps = {
  surface: RankerSurface;
  /** What is being trained now. */
  training: Ranker | null;
  usual: TrainOptions;
  onCancel: (training: Ranker) => void;
};

/** Begins a training, or shows the one under way. */
export function TrainPanel({ surface, training, usual, onCancel }: TrainPanelProps) {
  const t = useTranslations("admin.models");
  return (
    <Panel
      title={t("trainTitle")}
      intro={t("trainIntro", { surface })}
      action={
        training === null ? undefined : (
          <Button variant="outlined" color="error" onClick={() => onCancel(training)}>
            {t("cancel")}
          </Button>
        )
      }
    >
      {training === null ? null : <Progress ranker={training} />}
      {/* Stays in the page, so that what was typed is there afterwards. */}
      <div hidden={training !== null}>
        <TrainForm surface={surface} usual={usual} />
      </div>
    </Panel>
  );
}

function Progress({ ranker: { number, progress } }: { ranker: Ranker }) {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  if (progress === null) return <p role="status">{t("trainingStarts", { number })}</p>;
  const digits = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const { iteration, rounds, train, validation } = progress;
  return (
    <>
      <MeterBar
        label={t("training", { number })}
        value={iteration}
        max={rounds}
        valueText={t("tree", { iteration, rounds })}
      />
      <FactRows
        rows={[
          { name: t("ndcgTrain"), value: digits(train) },
          { name: t("ndcgValidation"), value: digits(validation) },
        ]}
      />
    </>
  );
}

function TrainForm({ surface, usual }: Pick<TrainPanelProps, "surface" | "usual">) {
  const t = useTranslations("admin.models");
  const toWords = useErrorWords();
  const { mutateAsync, error, data, isPending } = useMutation(trainRankerOptions(useQueryClient(), surface));
  const [typed, setTyped] = useState<Record<Option, string>>(
    () => Object.fromEntries(OPTIONS.map((option) => [option, String(usual[option])])) as Record<Option, string>,
  );
  const [faults, setFaults] = useState<Partial<Record<string, string>>>({});
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isPending) return;
    try {
      setFaults({});
      await mutateAsync(
        Object.fromEntries(OPTIONS.map((option) => [option, toNumber(typed[option])])) as Record<Option, number | null>,
      );
    } catch (refusal) {
      const fields = refusal instanceof ApiError ? refusal.fields : [];
      // Before the focus goes there, so that the fault is read out along with its field.
      flushSync(() => setFaults(Object.fromEntries(fields.map(({ field, message }) => [field, message]))));
      const first = OPTIONS.find((option) => fields.some(({ field }) => field === option));
      if (first !== undefined) document.getElementById(toId(first))?.focus();
    }
  };
  const missing = data?.missing ?? null;
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <div className={form.pair}>
        {OPTIONS.map((option) => (
          <FormInput
            key={option}
            id={toId(option)}
            label={t(`option.${option}`)}
            hint={t(`optionHint.${option}`)}
            fault={faults[option]}
            inputMode="decimal"
            value={typed[option]}
            onChange={(event) => setTyped({ ...typed, [option]: event.target.value })}
          />
        ))}
      </div>
      {error === null || Object.keys(faults).length > 0 ? null : (
        <Alert severity="error" role="alert" sx={{ mt: 2 }}>
          {toWords(error)}
        </Alert>
      )}
      {missing === null || isPending ? null : (
        <Alert severity="info" role="alert" sx={{ mt: 2 }}>
          {t(`missing.${missing.what}`, { count: missing.count })}
        </Alert>
      )}
      <Button type="submit" variant="contained" aria-disabled={isPending || undefined} sx={{ mt: 2.5 }}>
        {t(isPending ? "starting" : "train")}
      </Button>
    </form>
  );
}

/** What is empty or no number is sent as null: the server says what is wrong with it. */
function toNumber(typed: string): number | null {
  const value = Number(typed.trim().replace(",", "."));
  return typed.trim() === "" || !Number.isFinite(value) ? null : value;
}
