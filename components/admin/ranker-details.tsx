"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { MeterBar } from "@/components/ui/meter-bar";
import text from "@/components/ui/type.module.css";
import type { Ranker, RankerReport } from "@/lib/contracts/rankers";
import styles from "./admin.module.css";
import { type Column, DataTable } from "./data-table";
import { FactRows } from "./fact-rows";
import { Panel } from "./panel";
import { useRankerFigures } from "./use-ranker-figures";

type RankerDetailsProps = {
  ranker: Ranker;
  meanings: Readonly<Record<string, string>>;
  /** Whether somebody asked for it, who is then brought to it. */
  isAsked: boolean;
};

/** What a version learned from, how good it is and what it looks at. */
export function RankerDetails({ ranker, meanings, isAsked }: RankerDetailsProps) {
  const t = useTranslations("admin.models");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) box.current?.focus();
  }, [isAsked]);
  const { number, report } = ranker;
  if (report === null) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group to bring the focus to, not a set of controls
    <div ref={box} role="group" tabIndex={-1} data-focus-target aria-label={t("detailsTitle", { number })}>
      <Panel title={t("detailsTitle", { number })} intro={t("detailsIntro")}>
        <Facts ranker={ranker} report={report} />
        <h3 className={classNames(text.h5, styles.part)}>{t("figuresTitle")}</h3>
        <Figures report={report} />
        <h3 className={classNames(text.h5, styles.part)}>{t("featuresTitle")}</h3>
        <Features importances={report.importances} meanings={meanings} />
        <h3 className={classNames(text.h5, styles.part)}>{t("reliabilityTitle")}</h3>
        <Reliability reliability={report.reliability} />
        <h3 className={classNames(text.h5, styles.part)}>{t("driftTitle")}</h3>
        <Drift drift={report.drift} meanings={meanings} />
        <h3 className={classNames(text.h5, styles.part)}>{t("examinationTitle")}</h3>
        <Examination examination={report.examination} />
      </Panel>
    </div>
  );
}

function Facts({ ranker: { options }, report }: { ranker: Ranker; report: RankerReport }) {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  const { toDifference } = useRankerFigures();
  const { data, beyondBase, beyondCurrent, trees, stopReason, seconds } = report;
  const at = (ms: number) => format.dateTime(new Date(ms), { dateStyle: "medium", timeStyle: "short" });
  const versus = beyondCurrent.number === null ? t("baseScores") : t("version", { number: beyondCurrent.number });
  const rows = [
    { name: t("interactions"), value: format.number(data.interactions) },
    { name: t("learnedFrom"), value: t("side", { lists: data.trainLists, rows: data.trainRows }) },
    { name: t("judgedBy"), value: t("side", { lists: data.validationLists, rows: data.validationRows }) },
    { name: t("window"), value: t("span", { from: at(data.sinceMs), to: at(data.untilMs) }) },
    { name: t("splitAt"), value: at(data.splitAtMs) },
    { name: t("beyondBase"), value: toDifference(beyondBase) },
    { name: t("beyondCurrent", { name: versus }), value: toDifference(beyondCurrent) },
    { name: t("trees"), value: t("treesValue", { trees, reason: stopReason }) },
    { name: t("seconds"), value: t("secondsValue", { seconds: Math.max(1, Math.round(seconds)) }) },
    ...(["min_interactions", "lookback_days", "validation_split", "num_boost_round"] as const).flatMap((option) => {
      const value = options[option];
      return value === undefined ? [] : [{ name: t(`option.${option}`), value: format.number(value) }];
    }),
  ];
  return <FactRows rows={rows} />;
}

function Figures({ report: { base, ranker } }: { report: RankerReport }) {
  const t = useTranslations("admin.models");
  const { toDigits } = useRankerFigures();
  const rows = (["train", "validation"] as const).flatMap((side) =>
    (["at5", "at10"] as const).map((depth) => ({
      name: t(`figure.${side}_${depth}`),
      base: base[side][depth],
      ranker: ranker[side][depth],
    })),
  );
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "name", label: t("figureColumn"), isHeader: true, render: ({ name }) => name },
    { key: "base", label: t("baseColumn"), isNumber: true, render: (row) => toDigits(row.base) },
    { key: "ranker", label: t("rankerColumn"), isNumber: true, render: (row) => toDigits(row.ranker) },
  ];
  return (
    <>
      <DataTable caption={t("figuresTitle")} columns={columns} rows={rows} getKey={({ name }) => name} />
      <p className={classNames(text.small, text.muted, styles.note)}>{t("figuresNote")}</p>
    </>
  );
}

const FEATURES_SHOWN = 10;

function Features({ importances, meanings }: Pick<RankerReport, "importances"> & Pick<RankerDetailsProps, "meanings">) {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  const top = importances.slice(0, FEATURES_SHOWN);
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
  return (
    <ul className={styles.bars}>
      {top.map(({ name, share }) => (
        <li key={name}>
          <MeterBar label={name} value={share} max={top[0]?.share || 1} valueText={percent(share)} />
          <p className={classNames(text.small, text.muted)}>{meanings[name] ?? t("unknownFeature")}</p>
        </li>
      ))}
    </ul>
  );
}

function Reliability({ reliability }: Pick<RankerReport, "reliability">) {
  const t = useTranslations("admin.models");
  return (
    <>
      <p className={classNames(text.small, text.muted, styles.note)}>{t("reliabilityIntro")}</p>
      <ul className={classNames(styles.bars, styles.shortBars)}>
        {reliability.map(({ rows, label }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its place is what a part is
          <li key={at}>
            <MeterBar
              label={t("reliabilityPart", { part: at + 1, parts: reliability.length })}
              value={label}
              max={1}
              valueText={t("reliabilityValue", { label, rows })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Drift({ drift, meanings }: Pick<RankerReport, "drift"> & Pick<RankerDetailsProps, "meanings">) {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  const { limit, moved } = drift;
  const top = moved.slice(0, FEATURES_SHOWN);
  return (
    <>
      <p className={classNames(text.small, text.muted, styles.note)}>{t("driftIntro", { limit })}</p>
      {top.length === 0 ? <p className={text.body}>{t("driftNone")}</p> : null}
      <ul className={styles.bars}>
        {top.map(({ name, index }) => (
          <li key={name}>
            <MeterBar
              label={name}
              value={index}
              max={top[0]?.index || 1}
              valueText={format.number(index, { maximumFractionDigits: 2 })}
              tone="blaze"
            />
            <p className={classNames(text.small, text.muted)}>{meanings[name] ?? t("driftScore")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Examination({ examination }: Pick<RankerReport, "examination">) {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  return (
    <>
      <p className={classNames(text.small, text.muted, styles.note)}>{t("examinationIntro")}</p>
      <ul className={classNames(styles.bars, styles.shortBars)}>
        {examination.map((share, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a position is what a row is
          <li key={at}>
            <MeterBar
              label={t("position", { position: at + 1 })}
              value={share}
              max={1}
              valueText={format.number(share, { maximumFractionDigits: 3 })}
              tone="blaze"
            />
          </li>
        ))}
      </ul>
    </>
  );
}
