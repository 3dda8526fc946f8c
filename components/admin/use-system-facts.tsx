"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SystemReply } from "@/lib/contracts/admin";
import { Tag } from "./tag";

type Fact = { name: string; value: ReactNode };

const MEGABYTE = 1024 * 1024;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The system's facts in words and figures, by topic. */
export function useSystemFacts(system: SystemReply): Record<"process" | "database" | "catalogue" | "settings", Fact[]> {
  const t = useTranslations("admin.system");
  const format = useFormatter();
  const size = (bytes: number) =>
    t("megabytes", { value: format.number(bytes / MEGABYTE, { maximumFractionDigits: 0 }) });
  const instant = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const { database, catalogue, model, process } = system;
  const { eventLoopLagMs: lag, memoryBytes: memory } = process;
  return {
    process: [
      { name: t("appVersion"), value: process.appVersion },
      { name: t("nodeVersion"), value: process.nodeVersion },
      { name: t("startedAt"), value: instant(process.startedAt) },
      { name: t("uptime"), value: t("uptimeValue", splitSeconds(process.uptimeSeconds)) },
      { name: t("memory"), value: size(memory.resident) },
      { name: t("heap"), value: t("heapValue", { used: size(memory.heapUsed), total: size(memory.heapTotal) }) },
      { name: t("lag"), value: lag === null ? t("lagNone") : t("lagValue", lag) },
      { name: t("rateLimits"), value: t(`rateLimitStore.${system.rateLimitStore}`) },
      ...system.work.map(({ name, state, count }) => ({
        name: t(`work.${name}`),
        value: t(`workState.${name}.${state}`, { count: count ?? 0 }),
      })),
    ],
    database: [
      { name: t("engine"), value: t(`engineName.${database.engine}`) },
      { name: t("version"), value: database.version },
      { name: t("pgvector"), value: database.pgvector ?? "–" },
      { name: t("size"), value: size(database.sizeBytes) },
    ],
    catalogue: [
      { name: t("model"), value: model.name ?? t("noModel") },
      { name: t("modelState"), value: <ModelState model={model} /> },
      { name: t("careers"), value: t("careersValue", { active: catalogue.active, total: catalogue.total }) },
      { name: t("embedded"), value: t("embeddedValue", { count: catalogue.embedded, active: catalogue.active }) },
      { name: t("own"), value: format.number(catalogue.own) },
      { name: t("changed"), value: format.number(catalogue.changed) },
      { name: t("seeded"), value: t(catalogue.isCurrent ? "seededCurrent" : "seededOlder") },
      { name: t("hash"), value: catalogue.seededHash?.slice(0, 12) ?? "–" },
    ],
    settings: system.settings.map(({ name, value, isSecret, isSet }) => ({
      name,
      value: isSecret ? t(isSet ? "secretSet" : "notSet") : (value ?? t("notSet")),
    })),
  };
}

function ModelState({ model }: Pick<SystemReply, "model">) {
  const t = useTranslations("admin.system");
  return (
    <Tag tone={model.isLoaded ? "good" : "bad"}>{model.isLoaded ? t("loaded") : (model.problem ?? t("notLoaded"))}</Tag>
  );
}

function splitSeconds(seconds: number): { days: number; hours: number; minutes: number } {
  return {
    days: Math.floor(seconds / DAY),
    hours: Math.floor((seconds % DAY) / HOUR),
    minutes: Math.floor((seconds % HOUR) / MINUTE),
  };
}
