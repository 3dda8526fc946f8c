import { listShownLists } from "@/lib/db/career-outcomes";
import { listShownJobs } from "@/lib/db/job-outcomes";
import type { DbOrTx } from "@/lib/db/open";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { JOB_FEATURES } from "@/lib/engine/features/job-features";
import { toJobLabel } from "@/lib/engine/ranking/interaction-label";
import type { ShownList } from "@/lib/engine/ranking/ranking-set";

const PAGE_SIZE = 500;
const DAY_MS = 86_400_000;

/** The last digits of an id, which are random. */
const toOwner = (userId: string): number => Number.parseInt(userId.slice(-8), 16);

const toRows = (features: readonly (readonly (number | null)[])[]): Float32Array[] =>
  features.map((values) => Float32Array.from(values, (value) => value ?? Number.NaN));

/** Every list of careers since a moment that kept the features of today's table and with which something was done, oldest first. */
export async function loadCareerLists(db: DbOrTx, since: Date, before: Date): Promise<ShownList[]> {
  const lists: ShownList[] = [];
  const query = { featureVersion: CAREER_FEATURES.version, since, before };
  let after: { shownAtMs: number; slateId: string } | null = null;
  for (;;) {
    const page = await listShownLists(db, query, after, PAGE_SIZE);
    for (const { features, userId, ...list } of page)
      lists.push({ ...list, owner: toOwner(userId), features: toRows(features) });
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_SIZE) return lists;
    after = { shownAtMs: last.shownAtMs, slateId: last.slateId };
  }
}

/**
 * What each person was shown of jobs in each day (UTC) since a moment, as one list, of the days in their order: somebody goes on with a feed, or
 * begins another, and what they decide on lies among all they saw. Days that kept features of another table are left out.
 */
export async function loadJobLists(db: DbOrTx, since: Date, before: Date): Promise<ShownList[]> {
  const lists: ShownList[] = [];
  for (let dayMs = since.getTime(); dayMs < before.getTime(); dayMs = nextMidnight(dayMs)) {
    const until = new Date(Math.min(nextMidnight(dayMs), before.getTime()));
    const query = {
      featureVersion: JOB_FEATURES.version,
      since: new Date(dayMs),
      before: until,
      answeredBefore: before,
    };
    let afterId: string | null = null;
    do {
      const page = await listShownJobs(db, query, afterId, PAGE_SIZE);
      lists.push(...page.map(toJobList));
      afterId = page.length < PAGE_SIZE ? null : (page.at(-1)?.userId ?? null);
    } while (afterId !== null);
  }
  return lists;
}

const nextMidnight = (ms: number): number => (Math.floor(ms / DAY_MS) + 1) * DAY_MS;

function toJobList({
  userId,
  shownAtMs,
  features,
  swipes,
  events,
}: Awaited<ReturnType<typeof listShownJobs>>[number]): ShownList {
  return {
    owner: toOwner(userId),
    shownAtMs,
    positions: features.map((_, at) => at + 1),
    features: toRows(features),
    labels: features.map((_, at) => toJobLabel(swipes[at] ?? null, events[at] ?? [])),
    isTouched: features.map((_, at) => (swipes[at] ?? null) !== null || (events[at] ?? []).length > 0),
  };
}
