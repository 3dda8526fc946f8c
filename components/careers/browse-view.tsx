"use client";

import { useTranslations } from "next-intl";
import { CompareTray } from "@/components/compare/compare-tray";
import type { ClusterListReply } from "@/lib/contracts/careers";
import styles from "./browse.module.css";
import { BrowseFilters } from "./browse-filters";
import { BrowseResults } from "./browse-results";
import { BrowseSearch } from "./browse-search";
import { SORT_OPTIONS } from "./browse-url";
import { FilterSelect } from "./filter-select";
import { FiltersDrawer } from "./filters-drawer";
import { type BrowseStart, useBrowse } from "./use-browse";

type BrowseViewProps = { start: BrowseStart; clusters: ClusterListReply["clusters"] };

/** Search, filters, order and the careers that pass. The form works without any script too: it asks for the same address. */
export function BrowseView({ start, clusters }: BrowseViewProps) {
  const t = useTranslations("browse");
  const { state, words, setWords, search, filter, sortBy, clear, pages, query } = useBrowse(start);
  const filters = { filters: state.filters, clusters, onFilter: filter };
  const isSearch = state.q !== "";
  return (
    <>
      <search>
        <form
          action="/careers"
          onSubmit={(event) => {
            event.preventDefault();
            search(words);
          }}
          className={styles.form}
        >
          <BrowseSearch words={words} onWords={setWords} onSearch={search} />
          <div className={styles.narrow}>
            <div className={styles.filtersWide}>
              <BrowseFilters {...filters} />
            </div>
            <div className={styles.filtersPhone}>
              <FiltersDrawer {...filters} onClear={clear} />
            </div>
            <FilterSelect
              name="sort"
              label={t("sort")}
              value={isSearch ? "" : state.sort}
              onChange={(value) => sortBy(SORT_OPTIONS.find((option) => option === value) ?? "title")}
              options={
                isSearch
                  ? [{ value: "", label: t("sortSearch") }]
                  : SORT_OPTIONS.map((value) => ({ value, label: t(`sortOption.${value}`) }))
              }
            />
          </div>
        </form>
      </search>
      <BrowseResults
        state={state}
        pages={pages}
        isStale={query.isPlaceholderData}
        isLoadingMore={query.isFetchingNextPage}
        error={query.isError && !query.isFetching ? query.error : null}
        onMore={() => query.fetchNextPage()}
        onRetry={() => (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
        onClear={clear}
      />
      <CompareTray />
    </>
  );
}
