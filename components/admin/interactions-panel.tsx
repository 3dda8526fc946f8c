"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { OverviewReply } from "@/lib/contracts/admin";
import { INTERACTION_KINDS } from "@/lib/engine/ranking/interaction-label";
import styles from "./admin.module.css";
import { Panel } from "./panel";

type InteractionsPanelProps = { recorded: OverviewReply["recorded"]; total: number; days: number };

/** What was recorded, by kind. */
export function InteractionsPanel({ recorded, total, days }: InteractionsPanelProps) {
  const t = useTranslations("admin.overview");
  const format = useFormatter();
  return (
    <Panel title={t("recordedTitle")} intro={t("recordedIntro", { count: total, days })}>
      <dl className={styles.facts}>
        {INTERACTION_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd>{format.number(recorded[kind])}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
