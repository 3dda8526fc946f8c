import type { z } from "zod";
import type { DiscoverItem, DiscoverQuerySchema, DiscoverReply, JobFilters } from "@/lib/contracts/jobs";
import { countWidening } from "@/lib/db/job-candidates";
import { JOB_BASE, recordFeedPage, type ShownJob } from "@/lib/db/job-feeds";
import type { SpelledFilters, Wanted } from "@/lib/db/job-filters";
import type { Person } from "@/lib/db/person";
import { RANKER_POLICY } from "@/lib/db/slates";
import { explainJob } from "@/lib/engine/explain/job-reasons";
import { JOB_FEATURES } from "@/lib/engine/features/job-features";
import { listDiversity } from "@/lib/engine/ranking/diversity";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import type { Actor } from "../actor";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { storeForActor } from "../store-for-actor";
import { badCursor, openFeed, toFeedCursor } from "./feed-cursor";
import { type FilledPage, fillPage, type PageItem } from "./fill-page";
import { toCandidate, toCandidateFacts, toJobFacts } from "./job-facts";
import {
  explainLearnedJobs,
  type JobLearning,
  type LearningDeps,
  startJobLearning,
  toFeatures,
  toRankerVersion,
  toStoredFeatures,
} from "./job-learning";
import { makeLikeness } from "./job-likeness";
import { findJobSeeker, type JobSeeker, STRANGER, toLearning } from "./job-seeker";
import type { Feed, RankDeps } from "./rank-feed";
import { getSkillVocabulary } from "./skill-vocabulary";
import { toJobSummary } from "./to-job-summary";
import { wordJobReasons } from "./word-job-reasons";

type DiscoverDeps = LearningDeps & RankDeps & Pick<Deps, "background">;

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
  const [pending, spelled] = await Promise.all([startJobLearning(deps, seeker), spellFilters(deps, filters)]);
  const wanted: Wanted = { userId: seeker.userId, filters: spelled, preferences: seeker.preferences };
  const page = await fillPage(deps, seeker, wanted, pending, opened ?? { filters }, limit);
  const learning = await pending.ready;
  const { items, features } = toDiscoverItems(deps, page.items, seeker, learning);
  const ownerId = await recordPage(deps, actor, opened?.userId ?? null, page, items, features);
  const mode = page.newFeeds[0]?.mode ?? opened?.feed.mode ?? seeker.mode;
  const reply: DiscoverReply = {
    items,
    nextCursor: page.next === null ? null : toFeedCursor(page.next),
    hasMore: page.next !== null,
    mode,
    learning: seeker.userId === null ? toLearning(deps, null) : seeker.learning,
    ml_ranking_applied: page.items.some(({ rankerVersion }) => rankerVersion !== null),
    diversity_score: toDiversity(learning, page.items),
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

/**
 * The jobs as they are shown, and what a ranker may know of each at this moment. What was learned is explained by the ranker that had a part in
 * the order; once another one ranks, the points remain and the reason is gone.
 */
function toDiscoverItems(
  deps: DiscoverDeps,
  shown: readonly PageItem[],
  seeker: JobSeeker,
  learning: JobLearning,
): { items: DiscoverItem[]; features: (number | null)[][] } {
  const nowMs = deps.nowMs();
  const jobs = shown.map(({ row, match }) => {
    const candidate = toCandidate(row, match.similarity);
    return { candidate, facts: toCandidateFacts(candidate, nowMs), match };
  });
  const features = toFeatures(learning, seeker, jobs, nowMs);
  const learned = explainLearnedJobs(learning.ranker, jobs, features);
  const current = learning.ranker === null ? null : toRankerVersion(learning.ranker);
  const items = shown.map(({ row, position, match, rankerVersion }, at): DiscoverItem => {
    const facts = jobs[at]?.facts ?? toJobFacts(row, nowMs);
    const reasons = explainJob(facts, seeker.facts, match.similarity, match.parts);
    return {
      ...toJobSummary(row),
      recommendationId: deps.newId(),
      position,
      ...match,
      reasons: wordJobReasons(reasons, row, rankerVersion === current ? learned[at] : []),
    };
  });
  return { items, features: shown.map((_, at) => toStoredFeatures(features, at)) };
}

function toDiversity({ snapshot }: JobLearning, items: readonly PageItem[]): number {
  const likenessOf = makeLikeness(
    snapshot,
    items.map(({ row }) => row),
  );
  return Math.round(1e4 * listDiversity(items.length, likenessOf)) / 1e4;
}

const toMaker = (rankerVersion: string | null) =>
  rankerVersion === null ? JOB_BASE : { policy: RANKER_POLICY, modelVersion: rankerVersion };

/** @returns whose the page is when the caller becomes them; null for somebody who only has the id of a guest's feed */
async function recordPage(
  deps: DiscoverDeps,
  actor: Actor,
  ownerId: string | null,
  page: FilledPage,
  items: readonly DiscoverItem[],
  features: readonly (number | null)[][],
): Promise<string | null> {
  const shown = items.map(
    (item, i): ShownJob => ({
      id: item.recommendationId,
      feedId: page.items[i]?.feedId ?? "",
      jobId: item.id,
      features: features[i] ?? [],
      ...toMaker(page.items[i]?.rankerVersion ?? null),
      ...{ position: item.position, score: item.score, parts: item.parts, similarity: item.similarity },
    }),
  );
  const feeds = page.newFeeds.map(({ isWhole: _, ...feed }) => ({ ...feed, filters: toStored(feed.filters) }));
  if (feeds.length === 0 && shown.length === 0) return null;
  const store = (person: Person) =>
    recordFeedPage(deps.db, person, { feeds, shown, featureVersion: JOB_FEATURES.version });
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
