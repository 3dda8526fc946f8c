import type { z } from "zod";
import type { DiscoverItem, DiscoverQuerySchema, DiscoverReply, JobFilters } from "@/lib/contracts/jobs";
import { countWidening } from "@/lib/db/job-candidates";
import { recordFeedPage, type ShownJob } from "@/lib/db/job-feeds";
import type { SpelledFilters, Wanted } from "@/lib/db/job-filters";
import type { Person } from "@/lib/db/person";
import { explainJob } from "@/lib/engine/explain/job-reasons";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import type { Actor } from "../actor";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { storeForActor } from "../store-for-actor";
import { badCursor, openFeed, toFeedCursor } from "./feed-cursor";
import { type FilledPage, fillPage, type PageItem } from "./fill-page";
import { toJobFacts } from "./job-facts";
import { findJobSeeker, type JobSeeker, STRANGER } from "./job-seeker";
import type { Feed } from "./rank-feed";
import { getSkillVocabulary } from "./skill-vocabulary";
import { toJobSummary } from "./to-job-summary";
import { wordJobReasons } from "./word-job-reasons";

type DiscoverDeps = Pick<Deps, "db" | "dbEngine" | "embedder" | "nowMs" | "newId" | "snapshot" | "background">;

/**
 * One page of the open jobs that somebody has not swiped, ranked for them. Somebody without an account becomes a guest, whose id comes back
 * to be kept in a cookie.
 * @throws AppError INVALID_INPUT on a cursor that is not theirs
 */
export async function discoverJobs(
  deps: DiscoverDeps,
  actor: Actor,
  query: z.output<typeof DiscoverQuerySchema>,
): Promise<{ reply: DiscoverReply; userId?: string }> {
  const { cursor, limit, ...sent } = query;
  const opened = cursor === undefined ? null : await openFeed(deps, actor, cursor);
  const userId = opened?.userId ?? actor.userId;
  const seeker = (userId === null ? null : await findJobSeeker(deps, userId)) ?? STRANGER;
  const filters = opened?.feed.filters ?? sent;
  const wanted: Wanted = {
    userId: seeker.userId,
    filters: await spellFilters(deps, filters),
    preferences: seeker.preferences,
  };
  const page = await fillPage(deps, seeker, wanted, opened ?? { filters }, limit);
  const items = page.items.map((item) => toDiscoverItem(item, seeker, deps.newId(), deps.nowMs()));
  const ownerId = await recordPage(deps, actor, opened?.userId ?? null, page, items);
  const mode = page.newFeeds[0]?.mode ?? opened?.feed.mode ?? seeker.mode;
  const reply: DiscoverReply = {
    items,
    nextCursor: page.next === null ? null : toFeedCursor(page.next),
    hasMore: page.next !== null,
    mode,
    learning: seeker.learning,
    widen: page.next === null ? await countWidening(deps.db, wanted) : [],
  };
  return ownerId === null ? { reply } : { reply, userId: ownerId };
}

/** Each skill that must be there with all the names that the catalogue has for it. */
async function spellFilters(deps: DiscoverDeps, filters: JobFilters): Promise<SpelledFilters> {
  if (filters.skills === undefined) return { ...filters, skills: undefined };
  const { spellings } = await getSkillVocabulary(await getCareerSnapshot(deps));
  const skills = filters.skills.map((name) => [name.toLowerCase(), ...(spellings.get(toSkillKey(name)) ?? [])]);
  return { ...filters, skills };
}

function toDiscoverItem(item: PageItem, seeker: JobSeeker, recommendationId: string, nowMs: number): DiscoverItem {
  const { row, position, score, parts, similarity } = item;
  const facts = toJobFacts(row, nowMs);
  const reasons = explainJob(facts, seeker.facts, similarity, parts);
  return {
    ...toJobSummary(row),
    recommendationId,
    position,
    score,
    parts,
    similarity,
    reasons: wordJobReasons(reasons, row),
  };
}

/** @returns whose the page is when the caller becomes them; null for somebody who only has the id of a guest's feed */
async function recordPage(
  deps: DiscoverDeps,
  actor: Actor,
  ownerId: string | null,
  page: FilledPage,
  items: readonly DiscoverItem[],
): Promise<string | null> {
  const shown = items.map(
    (item, i): ShownJob => ({
      id: item.recommendationId,
      feedId: page.items[i]?.feedId ?? "",
      jobId: item.id,
      ...{ position: item.position, score: item.score, parts: item.parts, similarity: item.similarity },
    }),
  );
  const feeds = page.newFeeds.map(({ isWhole: _, ...feed }) => ({ ...feed, filters: toStored(feed.filters) }));
  if (feeds.length === 0 && shown.length === 0) return null;
  const store = (person: Person) => recordFeedPage(deps.db, person, { feeds, shown });
  if (ownerId === null) return (await storeForActor(deps, actor, store)).userId;
  if ((await store({ userId: ownerId, isNewGuest: false })) === null) throw badCursor();
  return null;
}

/** As a query string writes them. */
function toStored(filters: Feed["filters"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}
