"use client";

import Box from "@mui/material/Box";
import { useTranslations } from "next-intl";
import type { ClusterListReply } from "@/lib/contracts/careers";
import { BrowseFilters, FilterSelect } from "./browse-filters";
import { BrowseResults } from "./browse-results";
import { BrowseSearch } from "./browse-search";
import { SORT_OPTIONS } from "./browse-url";
import { FiltersDrawer } from "./filters-drawer";
import { type BrowseStart, useBrowse } from "./use-browse";

type BrowseViewProps = { start: BrowseStart; clusters: ClusterListReply["clusters"] };

/** Search, filters, order and the careers that pass. The form works without any script too: it asks for the same address. */
export function BrowseView({ start, clusters }: BrowseViewProps) {
  const t = useTranslations("browse");
  const { state, text, setText, search, filter, sortBy, clear, pages, query } = useBrowse(start);
  const filters = { filters: state.filters, clusters, onFilter: filter };
  const isSearch = state.q !== "";
  return (
    <>
      <Box
        component="form"
        role="search"
        action="/careers"
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
        sx={{ display: "grid", gap: 3 }}
      >
        <BrowseSearch text={text} onText={setText} onSearch={search} />
        <Box sx={{ display: "flex", gap: 2, alignItems: "center" }}>
          <Box sx={{ display: { xs: "none", md: "block" }, flex: "4.3 1 0" }}>
            <BrowseFilters {...filters} />
          </Box>
          <Box sx={{ display: { xs: "block", md: "none" } }}>
            <FiltersDrawer {...filters} onClear={clear} />
          </Box>
          <Box sx={{ flex: "1 1 0", minWidth: 0 }}>
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
          </Box>
        </Box>
      </Box>
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
    </>
  );
}
