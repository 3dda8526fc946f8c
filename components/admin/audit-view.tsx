"use client";

import Button from "@mui/material/Button";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { FilterSelect } from "@/components/careers/filter-select";
import { AppLink } from "@/components/ui/app-link";
import type { AuditEntry, AuditReply } from "@/lib/contracts/admin";
import { ACTION_CHOICES, type AuditState, parseAudit, toAuditHref, toAuditQuery } from "./audit-address";
import { AuditDetails } from "./audit-details";
import type { Column } from "./data-table";
import { DayField } from "./day-field";
import { ListView } from "./list-view";
import { auditOptions } from "./queries";
import { SearchField } from "./search-field";
import table from "./table.module.css";
import { useAddressState } from "./use-address-state";

type AuditViewProps = {
  /** What the server rendered. */
  start: { state: AuditState; reply: AuditReply };
};

/** What admins did, newest first. */
export function AuditView({ start }: AuditViewProps) {
  const t = useTranslations("admin.audit");
  const [state, setState] = useAddressState(parseAudit, toAuditHref);
  const key = toAuditQuery(state);
  const isStart = key.toString() === toAuditQuery(start.state).toString();
  const query = useInfiniteQuery({
    ...auditOptions(key),
    ...(isStart ? { initialData: { pages: [start.reply], pageParams: [null] } } : {}),
  });
  const rows = (query.data?.pages ?? [start.reply]).flatMap(({ items }) => items);
  const columns = useAuditColumns();
  const filter = (part: Partial<AuditState>, isReplacing = false) => setState({ ...state, ...part }, { isReplacing });
  return (
    <ListView
      action="/admin/audit"
      filters={
        <>
          <FilterSelect
            name="action"
            label={t("action")}
            value={state.action}
            onChange={(action) => filter({ action })}
            options={ACTION_CHOICES.map((value) => ({ value, label: t(`actionOption.${toKey(value)}`) }))}
          />
          <SearchField
            name="actor"
            label={t("actor")}
            placeholder={t("actorHint")}
            value={state.actor}
            onSearch={(actor) => filter({ actor }, true)}
          />
          <SearchField
            name="target"
            label={t("target")}
            placeholder={t("targetHint")}
            value={state.target}
            onSearch={(target) => filter({ target }, true)}
          />
          <DayField name="from" label={t("from")} value={state.from} onChange={(from) => filter({ from })} />
          <DayField name="to" label={t("to")} value={state.to} onChange={(to) => filter({ to })} />
        </>
      }
      query={query}
      empty={{ title: t("emptyTitle"), text: t("emptyText") }}
      onClear={key.size === 0 ? undefined : () => setState(parseAudit({}))}
      caption={t("caption")}
      columns={columns}
      rows={rows}
      getKey={({ id }) => id}
      foot={
        <div className={table.pager}>
          <p role="status">{t("shown", { count: rows.length })}</p>
          {query.hasNextPage ? (
            <Button
              variant="outlined"
              aria-disabled={query.isFetchingNextPage || undefined}
              onClick={() => {
                if (!query.isFetchingNextPage) void query.fetchNextPage();
              }}
            >
              {t("older")}
            </Button>
          ) : null}
        </div>
      }
    />
  );
}

/** Message keys have no dots in them. */
const toKey = (action: string): string => (action === "" ? "any" : action.replace(".", "_"));

function useAuditColumns(): Column<AuditEntry>[] {
  const t = useTranslations("admin.audit");
  const format = useFormatter();
  const name = (action: string) => (t.has(`did.${toKey(action)}`) ? t(`did.${toKey(action)}`) : action);
  return [
    {
      ...{ key: "at", label: t("at") },
      render: ({ createdAt }) => (
        <time dateTime={createdAt}>
          {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
          <span className={table.under}>{format.dateTime(new Date(createdAt), { timeStyle: "medium" })}</span>
        </time>
      ),
    },
    { key: "action", label: t("action"), isHeader: true, render: ({ action }) => name(action) },
    { key: "target", label: t("target"), render: (entry) => <Target entry={entry} /> },
    {
      ...{ key: "actor", label: t("actor"), isMinor: true },
      render: ({ actor }) => (
        <span style={{ overflowWrap: "anywhere" }}>{actor === null ? t("system") : (actor.email ?? actor.id)}</span>
      ),
    },
    { key: "details", label: t("details"), render: ({ details }) => <AuditDetails details={details} /> },
  ];
}

function Target({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("admin.audit");
  const { targetType, targetId, targetName } = entry;
  const name = targetName ?? targetId ?? "–";
  if (targetType === "ranker" && targetName !== null)
    return <AppLink href="/admin/models">{t("ranker", { number: Number(targetName) })}</AppLink>;
  if (targetType === "career" && targetId !== null)
    return <AppLink href={`/admin/careers/${targetId}`}>{name}</AppLink>;
  if (targetType === "person" && targetId !== null) {
    return <AppLink href={`/admin/people?q=${encodeURIComponent(targetName ?? targetId)}`}>{name}</AppLink>;
  }
  return name;
}
