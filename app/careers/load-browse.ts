import { type BrowseState, PAGE_SIZE, toSearchRange } from "@/components/careers/browse-url";
import { type BrowsePage, toListPage, toSearchPage } from "@/components/careers/queries";
import { getDeps } from "@/lib/use-cases/deps";
import { listCareers } from "@/lib/use-cases/list-careers";
import { searchCareers } from "@/lib/use-cases/search-careers";
import { readPageActor } from "@/lib/web/page-actor";

/** The pages that an address asks for, each with where it starts, in the form that the browser keeps and continues. */
export async function loadBrowse(state: BrowseState): Promise<{ pages: BrowsePage[]; pageParams: string[] }> {
  const [deps, actor] = await Promise.all([getDeps(), readPageActor()]);
  const pages: BrowsePage[] = [];
  const pageParams: string[] = [];
  for (let start: string | null = ""; start !== null && pages.length < state.pages; ) {
    const number = pages.length + 1;
    const page: BrowsePage =
      state.q === ""
        ? toListPage(
            await listCareers(deps, actor, {
              ...state.filters,
              sort: state.sort,
              limit: PAGE_SIZE,
              ...(start === "" ? {} : { cursor: start }),
            }),
          )
        : toSearchPage(
            await searchCareers(deps, actor, { ...state.filters, q: state.q, ...toSearchRange(number) }),
            number,
          );
    pages.push(page);
    pageParams.push(start);
    start = page.next;
  }
  return { pages, pageParams };
}
