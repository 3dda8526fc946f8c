import type { AdminCareerListQuery } from "@/lib/contracts/admin-careers";
import { type Params, readAddress, toHref, toQuery } from "./address";

export const STATUS_CHOICES = [
  "all",
  "active",
  "inactive",
] as const satisfies readonly AdminCareerListQuery["status"][];
export const ORIGIN_CHOICES = [
  "all",
  "shipped",
  "changed",
  "own",
] as const satisfies readonly AdminCareerListQuery["origin"][];
const SORT_CHOICES = [
  ...["title", "code", "cluster"],
  ...["wage", "growth", "updated"],
] as readonly AdminCareerListQuery["sort"][];

/** Everything that decides what the list shows; it lives in the address. */
export type CareersState = Required<AdminCareerListQuery>;

const LIMIT = 25;
const USUAL: CareersState = {
  ...{ q: "", cluster: "", status: "all", origin: "all" },
  ...{ sort: "title", order: "asc", page: 1, limit: LIMIT },
};

export function parseCareers(params: Params): CareersState {
  const read = readAddress(params);
  const cluster = read.text("cluster");
  return {
    q: read.text("q"),
    cluster: /^[a-z-]{1,64}$/.test(cluster) ? cluster : "",
    status: read.choice("status", STATUS_CHOICES, "all"),
    origin: read.choice("origin", ORIGIN_CHOICES, "all"),
    sort: read.choice("sort", SORT_CHOICES, "title"),
    order: read.choice("order", ["asc", "desc"], "asc"),
    page: read.whole("page", 1, 10_000, 1),
    limit: LIMIT,
  };
}

export const toCareersQuery = (state: CareersState): URLSearchParams => toQuery(state, USUAL);
export const toCareersHref = (state: CareersState): string => toHref("/admin/careers", toCareersQuery(state));
/** The same filters, but order and page. */
export const toCareersExport = ({ q, cluster, status, origin }: CareersState): string =>
  toHref("/api/v1/admin/exports/careers", toQuery({ q, cluster, status, origin }, USUAL));
export const hasCareerFilters = ({ q, cluster, status, origin }: CareersState): boolean =>
  toQuery({ q, cluster, status, origin }, USUAL).size > 0;
export const withoutCareerFilters = ({ sort, order }: CareersState): CareersState => ({ ...USUAL, sort, order });
