"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { FilterSelect } from "@/components/careers/filter-select";
import type { PeopleQuery, PeopleReply, Person } from "@/lib/contracts/admin";
import styles from "./admin.module.css";
import type { Column } from "./data-table";
import { ListView } from "./list-view";
import { Pager } from "./pager";
import {
  hasPeopleFilters,
  type PeopleState,
  parsePeople,
  ROLE_CHOICES,
  STATUS_CHOICES,
  toPeopleHref,
  toPeopleQuery,
  withoutPeopleFilters,
} from "./people-address";
import { PersonActions } from "./person-actions";
import { peopleOptions } from "./queries";
import { SearchField } from "./search-field";
import table from "./table.module.css";
import { Tag } from "./tag";
import { useAddressState } from "./use-address-state";

type PeopleViewProps = {
  /** What the server rendered. */
  start: { state: PeopleState; reply: PeopleReply };
  /** The admin who looks: what would lock them out is not offered. */
  ownId: string;
};

/** Accounts, to find and to look after. */
export function PeopleView({ start, ownId }: PeopleViewProps) {
  const t = useTranslations("admin.people");
  const [state, setState] = useAddressState(parsePeople, toPeopleHref);
  const key = toPeopleQuery(state);
  const isStart = key.toString() === toPeopleQuery(start.state).toString();
  const query = useQuery({ ...peopleOptions(key), ...(isStart ? { initialData: start.reply } : {}) });
  const reply = query.data ?? start.reply;
  const columns = usePeopleColumns(ownId);
  const filter = (part: Partial<PeopleState>, options?: { isReplacing: boolean }) =>
    setState({ ...state, ...part, page: 1 }, options);
  return (
    <ListView
      action="/admin/people"
      filters={
        <>
          <SearchField
            name="q"
            label={t("search")}
            placeholder={t("searchHint")}
            value={state.q}
            onSearch={(q) => filter({ q }, { isReplacing: true })}
          />
          <FilterSelect
            name="role"
            label={t("role")}
            value={state.role}
            onChange={(value) => filter({ role: ROLE_CHOICES.find((choice) => choice === value) ?? "" })}
            options={ROLE_CHOICES.map((value) => ({
              value,
              label: value === "" ? t("roleAny") : t(`roleOption.${value}`),
            }))}
          />
          <FilterSelect
            name="status"
            label={t("status")}
            value={state.status}
            onChange={(value) => filter({ status: STATUS_CHOICES.find((choice) => choice === value) ?? "all" })}
            options={STATUS_CHOICES.map((value) => ({ value, label: t(`statusOption.${value}`) }))}
          />
        </>
      }
      query={query}
      empty={{ title: t("emptyTitle"), text: t("emptyText") }}
      onClear={hasPeopleFilters(state) || state.page > 1 ? () => setState(withoutPeopleFilters(state)) : undefined}
      caption={t("caption")}
      columns={columns}
      rows={reply.items}
      getKey={({ id }) => id}
      sort={{ by: state.sort, order: state.order, onSort: (sort, order) => filter({ sort, order }) }}
      foot={<Pager {...reply} page={state.page} onPage={(page) => setState({ ...state, page })} />}
    />
  );
}

function usePeopleColumns(ownId: string): Column<Person, PeopleQuery["sort"]>[] {
  const t = useTranslations("admin.people");
  const format = useFormatter();
  const day = (instant: string) => (
    <time dateTime={instant}>{format.dateTime(new Date(instant), { dateStyle: "medium" })}</time>
  );
  return [
    {
      ...{ key: "email", label: t("email"), sort: "email", isHeader: true },
      render: (person) => (
        <>
          <span style={{ overflowWrap: "anywhere" }}>{person.email ?? t("guest")}</span>
          {person.email === null ? <span className={table.under}>{person.id}</span> : null}
          <span className={table.narrow}>
            <PersonTags person={person} ownId={ownId} />
          </span>
        </>
      ),
    },
    {
      ...{ key: "state", label: t("role"), isMinor: true },
      render: (person) => (
        <div className={styles.tags}>
          <PersonTags person={person} ownId={ownId} />
        </div>
      ),
    },
    {
      ...{ key: "created", label: t("created"), sort: "created", isMinor: true },
      render: ({ createdAt }) => day(createdAt),
    },
    {
      ...{ key: "seen", label: t("seen"), sort: "seen", isMinor: true },
      render: ({ lastSeenAt }) => day(lastSeenAt),
    },
    {
      ...{ key: "actions", label: t("actions") },
      render: (person) => (person.role === "guest" || person.id === ownId ? "–" : <PersonActions person={person} />),
    },
  ];
}

function PersonTags({ person, ownId }: { person: Person; ownId: string }) {
  const t = useTranslations("admin.people");
  return (
    <>
      <Tag tone={person.role === "admin" ? "warm" : "plain"}>{t(`roleOption.${person.role}`)}</Tag>
      {person.isLocked ? <Tag tone="bad">{t("locked")}</Tag> : null}
      {person.id === ownId ? <Tag tone="good">{t("you")}</Tag> : null}
    </>
  );
}
