import { makeBackground } from "@/lib/adapters/background";
import {
  type DiscoverItem,
  DiscoverQuerySchema,
  type DiscoverReply,
  JobInteractRequestSchema,
  SwipeRequestSchema,
} from "@/lib/contracts/jobs";
import { UpdateMeRequestSchema } from "@/lib/contracts/me";
import { type DatedJobVisit, dateJobVisits } from "@/lib/db/date-job-visits";
import type { Rng } from "@/lib/engine/math/random";
import {
  type CardDeed,
  DEFAULT_JOB_VISIT_PARAMS,
  type Direction,
  drawCardCount,
  findMisfits,
  lookAtCard,
} from "@/lib/engine/simulate/job-visits";
import { judgeJobs } from "@/lib/engine/simulate/job-world";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { discoverJobs } from "../jobs/discover-jobs";
import { interactJobs } from "../jobs/interact-jobs";
import { swipeJob } from "../jobs/swipe-job";
import { undoSwipe } from "../jobs/undo-swipe";
import { requireKnown } from "../permissions";
import { updateMe } from "../update-me";
import { type JobVisitor, makeJobVisitors } from "./make-job-visitors";
import { type OpenJobWorld, openJobWorld } from "./open-job-world";
import { openVisit, runDays, type Watch } from "./run-days";
import { welcomeGuest } from "./simulated-guest";

const PAGE = 20;
const PARAMS = DEFAULT_JOB_VISIT_PARAMS;

export type JobSimulationOptions = {
  people: number;
  days: number;
  seed: number;
  /** How much everybody is drawn to the same jobs (job-world.ts). */
  appealWeight: number;
  /** The end of the last day. */
  endMs: number;
};

/** A card as it was shown. */
export type SimulatedCard = {
  /** position of the job in the world */
  item: number;
  /** in the feed, from 1 */
  position: number;
  score: number;
  /** null of a card that was not decided on; `isSeen` when it was looked at all the same. */
  deed: CardDeed | null;
  isSeen: boolean;
};

/** What somebody did on a day, with the truth about it. */
export type SimulatedJobVisit = {
  visitor: JobVisitor;
  userId: string;
  /** from 0 */
  day: number;
  /** Pages in their order. `isFeed`: with it a feed begins. */
  pages: readonly { isFeed: boolean; cards: readonly SimulatedCard[] }[];
  /** Jobs that were swiped on earlier visits. */
  swiped: ReadonlySet<number>;
  /** (n,) of liking each job */
  probabilities: Float64Array;
};

type Guest = { actor: Actor; swiped: Set<number> };
type Run = { deps: Deps; open: OpenJobWorld; options: JobSimulationOptions; guests: Map<number, Guest> };
type Dates = Pick<DatedJobVisit, "pages" | "events" | "swipes" | "applications">;

/**
 * Lets simulated people swipe through the open jobs for some days, through the use-cases that real people's requests go through: they agree
 * to be recorded, say what they look for, and decide on the cards of their feeds. After each day its rows are dated, since the database stamps
 * them with the present. The same seed does the same things with the same jobs, ids and the end apart.
 * @throws AppError NOT_READY without a job or a model, Error when something that they sent was not recorded
 */
export async function simulateJobs(
  deps: Deps,
  options: JobSimulationOptions,
  watch: Watch<SimulatedJobVisit>,
): Promise<void> {
  // The clock stands still: what a feed says of a job's age does not depend on how fast the people before were.
  const still = { ...deps, nowMs: () => options.endMs };
  const open = await openJobWorld(still, options);
  const run: Run = { deps: still, open, options, guests: new Map() };
  const visitors = await makeJobVisitors(still, open, options);
  const endDay = async (dated: readonly DatedJobVisit[]): Promise<void> => {
    await dateJobVisits(deps.db, dated);
    // Days pass here within one of the clock's: what this one taught is to be in the features of the next.
    deps.jobPopularity.current = null;
  };
  await runDays(options.days, visitors, (visitor, day) => visit(run, visitor, day), endDay, watch);
}

async function visit(
  run: Run,
  visitor: JobVisitor,
  day: number,
): Promise<{ call: SimulatedJobVisit; dates: DatedJobVisit }> {
  const { options, open, guests } = run;
  const { rng, atMs } = openVisit(options, day, options.seed, 15, visitor.person);
  const known = guests.get(visitor.person);
  // Work that no reply waits for is over before the next page is asked for, as it is when people take seconds for a card.
  const deps = { ...run.deps, background: makeBackground() };
  const guest = known ?? { actor: await arrive(deps, visitor, atMs), swiped: new Set<number>() };
  guests.set(visitor.person, guest);
  const userId = requireKnown(guest.actor);
  const { likeness, probabilities } = judgeJobs(open.world, visitor.seeker);
  const swiped = new Set(guest.swiped);
  const dates: Dates = { pages: [], events: [], swipes: [], applications: [] };
  const pages: { isFeed: boolean; cards: SimulatedCard[] }[] = [];
  let clockMs = atMs;
  let left = drawCardCount(rng, PARAMS);
  let cursor: string | undefined;
  while (left > 0) {
    const { reply } = await discoverJobs(deps, guest.actor, DiscoverQuerySchema.parse({ limit: PAGE, cursor }));
    if (reply.items.length === 0) break;
    dates.pages.push({ impressionIds: reply.items.map((item) => item.recommendationId), at: new Date(clockMs) });
    const cards = reply.items.map((item, at) => {
      const position = toItem(open, item.id);
      const isSeen = at <= left;
      const deed = at < left ? decide(run, visitor, position, { likeness, probabilities }, rng) : null;
      return { item: position, position: item.position, score: item.score, deed, isSeen };
    });
    pages.push({ isFeed: cursor === undefined, cards });
    clockMs = await act(deps, guest, reply.items, cards, clockMs, dates);
    await deps.background.settle();
    left -= reply.items.length;
    if (!reply.hasMore) break;
    cursor = toNext(reply, cards);
  }
  return {
    call: { visitor, userId, day, pages, swiped, probabilities },
    dates: { userId, isFirst: known === undefined, at: new Date(atMs), endAt: new Date(clockMs), ...dates },
  };
}

/** Somebody new agrees to be recorded and says what they look for. */
async function arrive(deps: Deps, { profile }: JobVisitor, atMs: number): Promise<Actor> {
  const actor = await welcomeGuest(deps, atMs);
  await updateMe(deps, actor, UpdateMeRequestSchema.parse(profile));
  return actor;
}

/** As the deck does: once likes have changed the order, a new feed goes on from where the old one is left. */
const toNext = ({ learning, nextCursor }: DiscoverReply, cards: readonly SimulatedCard[]): string | undefined =>
  learning.isApplied && cards.some(({ deed }) => deed?.direction === "RIGHT") ? undefined : (nextCursor ?? undefined);

function decide(
  { open: { world } }: Run,
  { seeker }: JobVisitor,
  item: number,
  { likeness, probabilities }: { likeness: Float64Array; probabilities: Float64Array },
  rng: Rng,
): CardDeed {
  const [job, pay] = [world.jobs[item], world.pay[item] ?? 0];
  const misfits = job === undefined ? [] : findMisfits(seeker, job, { likeness: likeness[item] ?? 0, pay });
  return lookAtCard(probabilities[item] ?? 0, misfits, rng, PARAMS);
}

/**
 * Does with the cards of a page what was decided, one after another.
 * @returns when the last was done with
 */
async function act(
  deps: Deps,
  guest: Guest,
  items: readonly DiscoverItem[],
  cards: readonly SimulatedCard[],
  startMs: number,
  dates: Dates,
): Promise<number> {
  const { actor } = guest;
  const events: {
    eventId: string;
    jobId: string;
    recommendationId: string;
    action: "view" | "open";
    seconds?: number;
  }[] = [];
  let clockMs = startMs;
  const note = (item: DiscoverItem, action: "view" | "open", seconds?: number): void => {
    const event = { eventId: deps.newId(), jobId: item.id, recommendationId: item.recommendationId, action };
    events.push(seconds === undefined ? event : { ...event, seconds });
    dates.events.push({ id: event.eventId, at: new Date(clockMs) });
  };
  for (const [at, item] of items.entries()) {
    const { deed, isSeen, item: position } = cards[at] as SimulatedCard;
    if (!isSeen) break;
    const seconds = deed?.seconds ?? 1;
    clockMs += Math.round(1000 * seconds);
    note(item, "view", seconds);
    if (deed === null) break;
    if (deed.isOpened) note(item, "open");
    clockMs += Math.round(1000 * (deed.lastsSeconds - seconds));
    await swipe(deps, actor, item.id, deed, clockMs, dates);
    guest.swiped.add(position);
  }
  const { recorded } = await interactJobs(deps, actor, JobInteractRequestSchema.parse({ events }));
  if (recorded !== events.length) throw new Error(`of ${events.length} events ${recorded} were recorded`);
  return clockMs;
}

/** @param atMs  when it is swiped for good */
async function swipe(
  deps: Deps,
  actor: Actor,
  jobId: string,
  { direction, isSlip, reasons }: CardDeed,
  atMs: number,
  dates: Dates,
): Promise<void> {
  const at = new Date(atMs);
  const send = (to: Direction, why: CardDeed["reasons"]) =>
    swipeJob(deps, actor, SwipeRequestSchema.parse({ jobId, direction: to, reasons: why }));
  if (isSlip) {
    await send(direction === "LEFT" ? "RIGHT" : "LEFT", []);
    await undoSwipe(deps, actor, { jobId });
    const [slippedAt, withdrawnAt] = [new Date(atMs - 2000), new Date(atMs - 1000)];
    if (direction === "LEFT") dates.applications.push({ jobId, at: slippedAt, withdrawnAt });
  }
  await send(direction, reasons);
  dates.swipes.push({ jobId, at });
  if (direction === "RIGHT") dates.applications.push({ jobId, at, withdrawnAt: null });
}

function toItem({ positions }: OpenJobWorld, id: string): number {
  const item = positions.get(id);
  if (item === undefined) throw new Error(`the job ${id} was shown and was not open when the simulation began`);
  return item;
}
