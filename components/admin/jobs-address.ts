import type { JobAnalyticsQuery } from "@/lib/contracts/admin-jobs";
import { type Params, readAddress, toHref, toQuery } from "./address";

const USUAL: JobAnalyticsQuery = { days: 30 };

export const parseJobAnalytics = (params: Params): JobAnalyticsQuery => ({
  days: readAddress(params).whole("days", 1, 366, USUAL.days),
});
export const toJobAnalyticsQuery = (state: JobAnalyticsQuery): URLSearchParams => toQuery(state, USUAL);
export const toJobAnalyticsHref = (state: JobAnalyticsQuery): string =>
  toHref("/admin/jobs", toJobAnalyticsQuery(state));
