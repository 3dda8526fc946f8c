import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import type { MatchModelRow } from "@/lib/contracts/match";
import styles from "./admin.module.css";
import type { Column } from "./data-table";
import table from "./table.module.css";
import { Tag } from "./tag";

const TONES = { training: "warm", ready: "plain", failed: "bad", cancelled: "plain" } as const;
const NONE = "–";

type Figures = NonNullable<MatchModelRow["figures"]>;

/** Versions of what says how likely careers suit, with their figures. */
export function useMatchColumns(onPromote: (model: MatchModelRow) => void): Column<MatchModelRow>[] {
  const t = useTranslations("admin.match");
  const format = useFormatter();
  const digits = (value: number): string =>
    format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const share = (value: number): string => format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const span = ({ estimate, low, high }: Figures["auc"]): string =>
    `${digits(estimate)} (${digits(low)}–${digits(high)})`;
  const figure = (key: string, label: string, render: (figures: Figures) => string): Column<MatchModelRow> => ({
    ...{ key, label, isNumber: true, isMinor: true },
    render: ({ figures }) => (figures === null ? NONE : render(figures)),
  });
  return [
    {
      ...{ key: "version", label: t("versionColumn"), isHeader: true },
      render: ({ number, status, isPromoted, createdAt, error, figures }) => (
        <>
          {t("row", { number })}
          <time dateTime={createdAt} className={table.under}>
            {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
          </time>
          <span className={styles.tags} style={{ marginTop: 6 }}>
            {isPromoted ? <Tag tone="good">{t("inUse")}</Tag> : null}
            <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>
          </span>
          {error === "" ? null : <span className={table.under}>{error}</span>}
          {figures === null ? null : (
            <span className={table.narrow}>
              {t("summary", {
                ...{ accuracy: digits(figures.accuracy.estimate), ceiling: digits(figures.ceiling) },
                ...{ auc: digits(figures.auc.estimate), calibration: digits(figures.calibrationError.estimate) },
              })}
            </span>
          )}
        </>
      ),
    },
    figure("accuracy", t("accuracy"), ({ accuracy, ceiling }) =>
      [span(accuracy), t("ceiling", { ceiling: digits(ceiling) })].join(", "),
    ),
    figure("auc", t("auc"), ({ auc }) => span(auc)),
    figure("calibration", t("calibration"), ({ calibrationError }) => digits(calibrationError.estimate)),
    figure("real", t("real"), ({ realShare, realPairs }) =>
      t("realValue", { share: share(realShare), pairs: realPairs }),
    ),
    { key: "actions", label: t("actions"), render: (model) => <Promote model={model} onPromote={onPromote} /> },
  ];
}

function Promote({ model, onPromote }: { model: MatchModelRow; onPromote: (model: MatchModelRow) => void }) {
  const t = useTranslations("admin.match");
  const { id, number, status, isPromoted, refusal } = model;
  if (status !== "ready" || isPromoted) return NONE;
  return (
    <div className={table.actions}>
      <Button
        size="small"
        variant="contained"
        aria-label={t("promoteNamed", { number })}
        aria-disabled={refusal !== null || undefined}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        onClick={() => {
          if (refusal === null) onPromote(model);
        }}
      >
        {t("promote")}
      </Button>
      {refusal === null ? null : (
        <p id={`${id}-refusal`} className={table.under} style={{ maxWidth: "18rem", margin: 0 }}>
          {refusal}
        </p>
      )}
    </div>
  );
}
