import { summarizeRequests } from "@/lib/adapters/metrics";
import type { OverviewQuery, OverviewReply } from "@/lib/contracts/admin";
import * as overview from "@/lib/db/admin-overview";
import { wilsonInterval } from "@/lib/engine/math/statistics";
import { INTERACTION_KINDS, type InteractionKind } from "@/lib/engine/ranking/interaction-label";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";

const DAY_MS = 24 * 3600 * 1000;
/** Counting a million interactions takes a second: everybody who looks within this time shares an answer. */
const KEEP_MS = 15_000;
const SLATES_MAX = 5000;

type Counted = Omit<OverviewReply, "latency">;
type OverviewDeps = Pick<Deps, "db" | "nowMs">;

/** By database, so that a test's own one has its own answers. */
const kept = new WeakMap<Deps["db"], Map<string, { atMs: number; counted: Promise<Counted> }>>();

/** What people do here, and how the server is doing, over the last days. The present day counts as one. */
export async function getOverview(deps: OverviewDeps, actor: Actor, query: OverviewQuery): Promise<OverviewReply> {
  requireAdmin(actor);
  const [counted, latency] = await Promise.all([countOrRecall(deps, query), summarizeRequests()]);
  return { ...counted, latency };
}

function countOrRecall(deps: OverviewDeps, query: OverviewQuery): Promise<Counted> {
  const answers = kept.get(deps.db) ?? new Map();
  kept.set(deps.db, answers);
  const nowMs = deps.nowMs();
  const key = `${query.days} ${query.surface}`;
  const last = answers.get(key);
  if (last !== undefined && nowMs - last.atMs < KEEP_MS) return last.counted;
  const counted = count(deps, query).catch((error: unknown) => {
    answers.delete(key);
    throw error;
  });
  answers.set(key, { atMs: nowMs, counted });
  return counted;
}

async function count({ db, nowMs }: OverviewDeps, { days, surface }: OverviewQuery): Promise<Counted> {
  const now = nowMs();
  const from = new Date((Math.floor(now / DAY_MS) - days + 1) * DAY_MS);
  const [people, states, interactions, byDay, clicks, impressions] = await Promise.all([
    overview.countPeople(db, from),
    overview.countStates(db),
    overview.countInteractionsByDay(db, from),
    overview.countByDay(db, from),
    overview.countClicksByPosition(db, { since: from, surface, slatesMax: SLATES_MAX }),
    overview.countImpressions(db, from),
  ]);
  const daily = toDaily(from, days, byDay, interactions);
  const sum = (what: "quizzes" | "slates" | "interactions") => daily.reduce((total, day) => total + day[what], 0);
  return {
    ...{ days, surface, from: from.toISOString(), countedAt: new Date(now).toISOString(), people, now: states, daily },
    totals: { quizzes: sum("quizzes"), slates: sum("slates"), interactions: sum("interactions"), impressions },
    recorded: toKindCounts(interactions),
    clickThrough: clicks.map(({ position, recorded, clicked }) => {
      const { estimate, low, high } = wilsonInterval(clicked, recorded);
      return { position, impressions: recorded, clicked, rate: estimate, low, high };
    }),
  };
}

function toKindCounts(rows: readonly { kind: InteractionKind; count: number }[]): OverviewReply["recorded"] {
  const counts = Object.fromEntries(INTERACTION_KINDS.map((kind) => [kind, 0])) as OverviewReply["recorded"];
  for (const { kind, count } of rows) counts[kind] += count;
  return counts;
}

/** One entry a day, also where nothing happened. */
function toDaily(
  from: Date,
  days: number,
  rows: readonly overview.DayCount[],
  interactions: readonly { day: string; count: number }[],
): OverviewReply["daily"] {
  const daily = Array.from({ length: days }, (_, at) => ({
    day: new Date(from.getTime() + at * DAY_MS).toISOString().slice(0, 10),
    ...{ newAccounts: 0, newGuests: 0, quizzes: 0, slates: 0, interactions: 0 },
  }));
  const byDay = new Map(daily.map((entry) => [entry.day, entry]));
  for (const { day, what, count } of rows) {
    const entry = byDay.get(day);
    if (entry !== undefined) entry[what] += count;
  }
  for (const { day, count } of interactions) {
    const entry = byDay.get(day);
    if (entry !== undefined) entry.interactions += count;
  }
  return daily;
}
