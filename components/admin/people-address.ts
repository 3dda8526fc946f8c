import type { AccountRole, PeopleQuery } from "@/lib/contracts/admin";
import { type Params, readAddress, toHref, toQuery } from "./address";

export const ACCOUNT_ROLE_CHOICES = [
  "member",
  "employer",
  "client",
  "provider",
  "admin",
] as const satisfies readonly AccountRole[];
export const ROLE_CHOICES = ["", ...ACCOUNT_ROLE_CHOICES, "guest"] as const;
export const STATUS_CHOICES = ["all", "open", "locked"] as const satisfies readonly PeopleQuery["status"][];
const SORT_CHOICES = ["created", "seen", "email"] as const satisfies readonly PeopleQuery["sort"][];

/** Everything that decides what the list shows; it lives in the address. */
export type PeopleState = Omit<Required<PeopleQuery>, "role"> & { role: (typeof ROLE_CHOICES)[number] };

const LIMIT = 25;
const USUAL: PeopleState = {
  ...{ q: "", role: "", status: "all" },
  ...{ sort: "created", order: "desc", page: 1, limit: LIMIT },
};

export function parsePeople(params: Params): PeopleState {
  const read = readAddress(params);
  return {
    q: read.text("q"),
    role: read.choice("role", ROLE_CHOICES, ""),
    status: read.choice("status", STATUS_CHOICES, "all"),
    sort: read.choice("sort", SORT_CHOICES, "created"),
    order: read.choice("order", ["asc", "desc"], "desc"),
    page: read.whole("page", 1, 10_000, 1),
    limit: LIMIT,
  };
}

/** What the use-case takes. */
export const toPeopleInput = ({ role, ...state }: PeopleState): PeopleQuery => ({
  ...state,
  ...(role === "" ? {} : { role }),
});
export const toPeopleQuery = (state: PeopleState): URLSearchParams => toQuery(state, USUAL);
export const toPeopleHref = (state: PeopleState): string => toHref("/admin/people", toPeopleQuery(state));
export const toPeopleExport = ({ q, role, status }: PeopleState): string =>
  toHref("/api/v1/admin/exports/people", toQuery({ q, role, status }, USUAL));
export const hasPeopleFilters = ({ q, role, status }: PeopleState): boolean =>
  toQuery({ q, role, status }, USUAL).size > 0;
export const withoutPeopleFilters = ({ sort, order }: PeopleState): PeopleState => ({ ...USUAL, sort, order });
