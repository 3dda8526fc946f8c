"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FilterSelect } from "@/components/careers/filter-select";
import type { AdminCareerListReply } from "@/lib/contracts/admin-careers";
import type { ClusterListReply } from "@/lib/contracts/careers";
import {
  type CareersState,
  hasCareerFilters,
  ORIGIN_CHOICES,
  parseCareers,
  STATUS_CHOICES,
  toCareersHref,
  toCareersQuery,
  withoutCareerFilters,
} from "./careers-address";
import { ListView } from "./list-view";
import { Pager } from "./pager";
import { careerListOptions } from "./queries";
import { SearchField } from "./search-field";
import { useAddressState } from "./use-address-state";
import { useCareerColumns } from "./use-career-columns";

type CareersViewProps = {
  /** What the server rendered. */
  start: { state: CareersState; reply: AdminCareerListReply };
  clusters: ClusterListReply["clusters"];
};

/** The whole catalogue, to look through and to edit. */
export function CareersView({ start, clusters }: CareersViewProps) {
  const t = useTranslations("admin.careers");
  const [state, setState] = useAddressState(parseCareers, toCareersHref);
  const key = toCareersQuery(state);
  const isStart = key.toString() === toCareersQuery(start.state).toString();
  const query = useQuery({ ...careerListOptions(key), ...(isStart ? { initialData: start.reply } : {}) });
  const reply = query.data ?? start.reply;
  const columns = useCareerColumns();
  const filter = (part: Partial<CareersState>, options?: { isReplacing: boolean }) =>
    setState({ ...state, ...part, page: 1 }, options);
  return (
    <ListView
      action="/admin/careers"
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
            name="cluster"
            label={t("cluster")}
            value={state.cluster}
            onChange={(cluster) => filter({ cluster })}
            options={[
              { value: "", label: t("clusterAny") },
              ...clusters.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <FilterSelect
            name="status"
            label={t("status")}
            value={state.status}
            onChange={(value) => filter({ status: STATUS_CHOICES.find((choice) => choice === value) ?? "all" })}
            options={STATUS_CHOICES.map((value) => ({ value, label: t(`statusOption.${value}`) }))}
          />
          <FilterSelect
            name="origin"
            label={t("origin")}
            value={state.origin}
            onChange={(value) => filter({ origin: ORIGIN_CHOICES.find((choice) => choice === value) ?? "all" })}
            options={ORIGIN_CHOICES.map((value) => ({ value, label: t(`originOption.${value}`) }))}
          />
        </>
      }
      query={query}
      empty={{ title: t("emptyTitle"), text: t(state.page > 1 ? "emptyPage" : "emptyText") }}
      onClear={hasCareerFilters(state) || state.page > 1 ? () => setState(withoutCareerFilters(state)) : undefined}
      caption={t("caption")}
      columns={columns}
      rows={reply.items}
      getKey={({ code }) => code}
      sort={{ by: state.sort, order: state.order, onSort: (sort, order) => filter({ sort, order }) }}
      foot={<Pager {...reply} page={state.page} onPage={(page) => setState({ ...state, page })} />}
    />
  );
}
