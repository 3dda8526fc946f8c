import { BATCH_EVENTS_MAX, InteractBatchRequestSchema } from "@/lib/contracts/interactions";
import type { QuizAnswer } from "@/lib/contracts/quiz";
import { type RecommendReply, RecommendRequestSchema } from "@/lib/contracts/results";
import { type DatedVisit, dateVisits } from "@/lib/db/simulated-people";
import { drawSome, type Rng } from "@/lib/engine/math/random";
import { QUESTIONS, type QuizProfile } from "@/lib/engine/profile/questions";
import type { InteractionKind } from "@/lib/engine/ranking/interaction-label";
import {
  answerQuiz,
  type CareerVisitor,
  simulateVisitor,
  toCareerRelevance,
  toCareerUtility,
} from "@/lib/engine/simulate/career-visitors";
import { type SimulatedEvent, simulateVisit } from "@/lib/engine/simulate/career-visits";
import { buildCareerWorld, type CareerWorld } from "@/lib/engine/simulate/career-world";
import type { Actor } from "../actor";
import { type CareerSnapshot, getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { interactBatch } from "../interact";
import { requireKnown } from "../permissions";
import { recommendCareers } from "../recommend-careers";
import { submitQuiz } from "../submit-quiz";
import { openVisit, runDays, type Watch } from "./run-days";
import { welcomeGuest } from "./simulated-guest";

const TEXT_KEYWORDS = 4;

export type SimulationOptions = {
  people: number;
  days: number;
  seed: number;
  topN: number;
  /** At most one career of a cluster. */
  isDiverse: boolean;
  /** The end of the last day. */
  endMs: number;
};

/** One list that somebody was shown, with the truth about it. */
export type SimulatedCall = {
  visitor: CareerVisitor;
  userId: string;
  sessionId: string;
  /** from 0 */
  day: number;
  recommendationIds: readonly string[];
  /** Positions of the careers shown, in their order. */
  slate: readonly number[];
  events: readonly SimulatedEvent[];
  hasQuiz: boolean;
  /** (n,) of every career, 0 to 4 */
  relevance: Uint8Array;
  /** (n,) what that was made of */
  utility: Float64Array;
};

type Guest = { actor: Actor; sessionId: string; done: Map<number, Set<InteractionKind>> };
type Run = { deps: Deps; world: CareerWorld; snapshot: CareerSnapshot; options: SimulationOptions };

/** The world that a seed makes of the catalogue; its careers are in the order of the snapshot. */
export async function openCareerWorld(
  deps: Deps,
  seed: number,
): Promise<{ world: CareerWorld; snapshot: CareerSnapshot }> {
  const snapshot = await getCareerSnapshot(deps);
  const traits = snapshot.careers.map(({ record: { jobZone, riasec } }) => {
    const { realistic, investigative, artistic, social, enterprising, conventional } = riasec;
    return { jobZone, riasec: [realistic, investigative, artistic, social, enterprising, conventional] };
  });
  return { world: buildCareerWorld(snapshot.index, traits, seed), snapshot };
}

/**
 * Lets simulated people use the careers for some days, through the use-cases that real people's requests go through: they agree to be
 * recorded, answer the quiz, are shown lists, and act on them. After each day its rows are dated, since the database stamps them with
 * the present. The same seed does the same things, ids and the end apart.
 * @throws Error when something that they sent was not recorded
 */
export async function simulateCareers(
  deps: Deps,
  options: SimulationOptions,
  watch: Watch<SimulatedCall>,
): Promise<void> {
  const run: Run = { deps, options, ...(await openCareerWorld(deps, options.seed)) };
  const visitors = Array.from({ length: options.people }, (_, i) => simulateVisitor(run.world, i, options.days));
  const guests = new Map<number, Guest>();
  const endDay = async (dated: readonly DatedVisit[]): Promise<void> => {
    await dateVisits(deps.db, dated);
    // Days pass here within one of the clock's: what this one taught is to be in the features of the next.
    deps.popularity.current = null;
  };
  await runDays(options.days, visitors, (visitor, day) => visit(run, visitor, day, guests), endDay, watch);
}

async function visit(
  run: Run,
  visitor: CareerVisitor,
  day: number,
  guests: Map<number, Guest>,
): Promise<{ call: SimulatedCall; dates: DatedVisit }> {
  const { deps, world, snapshot, options } = run;
  const { rng, atMs } = openVisit(options, day, options.seed, 3, visitor.person);
  const isRetake = rng.uniform() < world.params.retakeShare;
  const known = guests.get(visitor.person);
  const hasQuiz = known === undefined || isRetake;
  const guest = hasQuiz ? await takeQuiz(run, visitor, known, { day, atMs, rng }) : known;
  guests.set(visitor.person, guest);
  const { actor, sessionId } = guest;
  const userId = requireKnown(actor);
  const request = RecommendRequestSchema.parse({ sessionId, top_n: options.topN, diversity: options.isDiverse });
  const { recommendations } = (await recommendCareers(deps, actor, request)).reply;
  const slate = recommendations.map(({ code }) => toItem(snapshot, code));
  const utility = toCareerUtility(world, visitor, day);
  const shown = slate.map((item) => ({ utility: utility[item] as number, done: guest.done.get(item) ?? new Set() }));
  const events = simulateVisit(shown, rng);
  const eventIds = await send(deps, actor, recommendations, events);
  for (const { position, kind } of events) remember(guest.done, slate[position - 1] as number, kind);
  const recommendationIds = recommendations.map(({ recommendationId }) => recommendationId);
  return {
    call: {
      ...{ visitor, userId, sessionId, day, recommendationIds, slate, events, hasQuiz, utility },
      relevance: toCareerRelevance(utility),
    },
    dates: {
      ...{ userId, isFirst: known === undefined, sessionId: hasQuiz ? sessionId : null, at: new Date(atMs) },
      recommendationId: recommendationIds[0] ?? null,
      events: events.map(({ afterMs }, i) => ({ id: eventIds[i] as string, at: new Date(atMs + afterMs) })),
    },
  };
}

/** Somebody new agrees to be recorded first; everybody answers. */
async function takeQuiz(
  { deps, world, snapshot }: Run,
  visitor: CareerVisitor,
  known: Guest | undefined,
  { day, atMs, rng }: { day: number; atMs: number; rng: Rng },
): Promise<Guest> {
  const actor = known === undefined ? await welcomeGuest(deps, atMs) : known.actor;
  const { keywords } = snapshot.careers[visitor.career]?.record ?? { keywords: [] };
  const loves = drawSome(keywords.length, TEXT_KEYWORDS, rng).map((at) => keywords[at]);
  const profile = { ...answerQuiz(world, visitor, day), freeText: visitor.isWriter ? loves.join(", ") : "" };
  const { reply } = await submitQuiz(deps, actor, { answers: toAnswers(profile) });
  return { actor, sessionId: reply.sessionId, done: known?.done ?? new Map() };
}

function toAnswers({ ratings, values, schooling, balance, freeText }: QuizProfile): QuizAnswer[] {
  const others = { values: [...values], schooling, balance, loves: freeText };
  return QUESTIONS.map(({ id, kind }, at) => ({
    questionId: id,
    value: kind === "rating" ? (ratings[at] as number) : others[id as keyof typeof others],
  }));
}

/** @returns the ids of the events, in their order */
async function send(
  deps: Deps,
  actor: Actor,
  recommendations: RecommendReply["recommendations"],
  events: readonly SimulatedEvent[],
): Promise<string[]> {
  const sent = events.map(({ position, kind, value }) => ({
    eventId: deps.newId(),
    recommendationId: recommendations[position - 1]?.recommendationId,
    interaction_type: kind,
    ...(value === null ? {} : { interaction_value: value }),
    context: { surface: "results" },
  }));
  for (let from = 0; from < sent.length; from += BATCH_EVENTS_MAX) {
    const batch = InteractBatchRequestSchema.parse({ events: sent.slice(from, from + BATCH_EVENTS_MAX) });
    const { results } = await interactBatch(deps, actor, batch);
    const refused = results.find(({ recorded }) => !recorded);
    if (refused !== undefined) throw new Error(`an event was not recorded: ${JSON.stringify(refused)}`);
  }
  return sent.map(({ eventId }) => eventId);
}

function remember(done: Guest["done"], item: number, kind: InteractionKind): void {
  done.set(item, (done.get(item) ?? new Set()).add(kind));
}

function toItem({ positions }: CareerSnapshot, code: string): number {
  const item = positions.get(code);
  if (item === undefined) throw new Error(`${code} was shown and is not among the careers that the world was made of`);
  return item;
}
