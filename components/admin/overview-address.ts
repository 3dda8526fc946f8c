import type { OverviewQuery } from "@/lib/contracts/admin";
import { type Params, readAddress, toHref, toQuery } from "./address";

export const SURFACE_CHOICES = [
  "results",
  "search",
  "browse",
  "similar",
] as const satisfies readonly OverviewQuery["surface"][];

const USUAL: OverviewQuery = { days: 30, surface: "results" };

export function parseOverview(params: Params): OverviewQuery {
  const read = readAddress(params);
  return { days: read.whole("days", 1, 366, 30), surface: read.choice("surface", SURFACE_CHOICES, "results") };
}

export const toOverviewQuery = (state: OverviewQuery): URLSearchParams => toQuery(state, USUAL);
export const toOverviewHref = (state: OverviewQuery): string => toHref("/admin", toOverviewQuery(state));
