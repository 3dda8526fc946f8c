import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/state-message";
import type { Ranker } from "@/lib/contracts/rankers";
import styles from "./admin.module.css";
import { type Column, DataTable } from "./data-table";
import { Panel } from "./panel";
import table from "./table.module.css";
import { Tag } from "./tag";
import { useRankerFigures } from "./use-ranker-figures";

type RankersPanelProps = {
  rankers: readonly Ranker[];
  /** The one whose details are shown. */
  chosenId: string | null;
  onChoose: (id: string) => void;
  onPromote: (ranker: Ranker) => void;
};

/** Every version, with how it ranks lists that it has not seen. */
export function RankersPanel({ rankers, ...actions }: RankersPanelProps) {
  const t = useTranslations("admin.models");
  const columns = useRankerColumns(actions);
  return (
    <Panel title={t("versionsTitle")} intro={t("versionsIntro")}>
      {rankers.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <DataTable caption={t("versionsCaption")} columns={columns} rows={rankers} getKey={({ id }) => id} />
      )}
    </Panel>
  );
}

const TONES = { training: "warm", ready: "plain", failed: "bad", cancelled: "plain" } as const;

function useRankerColumns(actions: Omit<RankersPanelProps, "rankers">): Column<Ranker>[] {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  const { toDigits, toDifference } = useRankerFigures();
  const minor = { isNumber: true, isMinor: true } as const;
  return [
    {
      ...{ key: "version", label: t("versionColumn"), isHeader: true },
      render: ({ number, status, isPromoted, createdAt, error, report }) => (
        <>
          {t("version", { number })}
          <time dateTime={createdAt} className={table.under}>
            {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
          </time>
          <span className={styles.tags} style={{ marginTop: 6 }}>
            {isPromoted ? <Tag tone="good">{t("ranksNow")}</Tag> : null}
            <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>
          </span>
          {error === "" ? null : <span className={table.under}>{error}</span>}
          {report === null ? null : (
            <span className={table.narrow}>
              {t("summary", {
                base: toDigits(report.base.validation.at10),
                ranker: toDigits(report.ranker.validation.at10),
                difference: toDifference(report.beyondBase),
              })}
            </span>
          )}
        </>
      ),
    },
    {
      ...{ key: "lists", label: t("lists"), ...minor },
      render: ({ report }) => (report === null ? "–" : format.number(report.data.validationLists)),
    },
    {
      ...{ key: "base", label: t("baseColumn"), ...minor },
      render: ({ report }) => (report === null ? "–" : toDigits(report.base.validation.at10)),
    },
    {
      ...{ key: "ranker", label: t("rankerColumn"), ...minor },
      render: ({ report }) => (report === null ? "–" : toDigits(report.ranker.validation.at10)),
    },
    {
      ...{ key: "difference", label: t("difference"), ...minor },
      render: ({ report }) => (report === null ? "–" : toDifference(report.beyondBase)),
    },
    {
      ...{ key: "trees", label: t("trees"), ...minor },
      render: ({ report }) => (report === null ? "–" : format.number(report.trees)),
    },
    { key: "actions", label: t("actions"), render: (ranker) => <Actions ranker={ranker} {...actions} /> },
  ];
}

function Actions({ ranker, chosenId, onChoose, onPromote }: { ranker: Ranker } & Omit<RankersPanelProps, "rankers">) {
  const t = useTranslations("admin.models");
  const { id, number, status, isPromoted, refusal, report } = ranker;
  const canPromote = status === "ready" && !isPromoted;
  if (report === null && !canPromote) return "–";
  return (
    <div className={table.actions}>
      {canPromote ? (
        <Button
          size="small"
          variant="contained"
          aria-label={t("promoteNamed", { number })}
          aria-disabled={refusal !== null || undefined}
          aria-describedby={refusal === null ? undefined : `${id}-refusal`}
          onClick={() => {
            if (refusal === null) onPromote(ranker);
          }}
        >
          {t("promote")}
        </Button>
      ) : null}
      {report === null ? null : (
        <Button
          size="small"
          variant="outlined"
          aria-label={t("detailsNamed", { number })}
          aria-pressed={id === chosenId}
          onClick={() => onChoose(id)}
        >
          {t("details")}
        </Button>
      )}
      {canPromote && refusal !== null ? (
        <p id={`${id}-refusal`} className={table.under} style={{ maxWidth: "18rem", margin: 0 }}>
          {refusal}
        </p>
      ) : null}
    </div>
  );
}
