import { summarizeRequests } from "@/lib/adapters/metrics";
import { type JobAnalyticsQuery, type JobAnalyticsReply, SITTING_SIZES } from "@/lib/contracts/admin-jobs";
import { countJobsByDecile, countJobsBySimilarity, countJobTotals, countSittings } from "@/lib/db/admin-jobs";
import { quantile, wilsonInterval } from "@/lib/engine/math/statistics";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { OTHERS_ENOUGH } from "../jobs/keep-demo-jobs";
import { requireAdmin } from "../permissions";

const DAY_MS = 24 * 3600 * 1000;
const DECK_ROUTES = /\/jobs\/|\/swipes/;

/** Whether the order of jobs serves people: what they opened and applied for by its score, and how fast it comes. */
export async function getJobAnalytics(
  { db, nowMs }: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  { days }: JobAnalyticsQuery,
): Promise<JobAnalyticsReply> {
  requireAdmin(actor);
  const now = nowMs();
  const from = new Date((Math.floor(now / DAY_MS) - days + 1) * DAY_MS);
  const [totals, deciles, similarity, sittings, routes] = await Promise.all([
    countJobTotals(db, from),
    countJobsByDecile(db, from),
    countJobsBySimilarity(db, from),
    countSittings(db, from),
    summarizeRequests(),
  ]);
  return {
    ...{ days, from: from.toISOString(), countedAt: new Date(now).toISOString(), totals, similarity },
    demoJobsCloseAt: OTHERS_ENOUGH,
    deciles: deciles.map((row) => ({
      ...row,
      openRate: wilsonInterval(row.opened, row.recorded),
      applyRate: wilsonInterval(row.applied, row.swiped),
    })),
    sittings: toSittings(sittings),
    latency: routes.filter(({ route }) => DECK_ROUTES.test(route) && !route.includes("/admin/")),
  };
}

/** @param counted  by number of swipes, fewest first */
function toSittings(counted: readonly { swipes: number; count: number }[]): JobAnalyticsReply["sittings"] {
  const lengths = counted.flatMap(({ swipes, count }) => Array<number>(count).fill(swipes));
  const sizes = SITTING_SIZES.map(([from, to]) => ({
    ...{ from, to },
    count: lengths.filter((swipes) => swipes >= from && (to === null || swipes <= to)).length,
  }));
  return { count: lengths.length, medianSwipes: lengths.length === 0 ? null : quantile(lengths, 0.5), sizes };
}
