/**
 * What simulated people do with a list of careers: the position-based model of clicks.
 *
 *   P(examined at k)      = 1 / (1 + decay (k - 1))
 *   P(click | examined)   = junk + (1 - junk) sigmoid((u + noise - threshold) / temperature)
 *
 * Whether a row is examined depends on its position alone, whether an examined row is clicked on its worth alone (Richardson et al. 2007;
 * Craswell et al. 2008, doi:10.1145/1341531.1341545; its use for unbiased learning: Joachims et al. 2017, doi:10.1145/3018661.3018699).
 * Only examined rows are viewed, longer the more they are worth. Whoever clicked may save, share, rate and, having saved, take a career
 * up; whoever did not may set it aside. Junk clicks mean nothing, and nothing follows from them.
 */
import type { Rng } from "../math/random";
import { type InteractionKind, STARS_MAX } from "../ranking/interaction-label";

export type ClickParams = {
  examinationDecay: number;
  /** of a person's impression of a row on one visit, in standard deviations of utility */
  noiseSd: number;
  /** utility at which half of the examined rows are clicked */
  clickThreshold: number;
  temperature: number;
  junkShare: number;
  saveThreshold: number;
  implementThreshold: number;
  shareThreshold: number;
  rateShare: number;
  dismissThreshold: number;
  /** How many would set aside what is worth nothing to them. */
  dismissShare: number;
};

export const DEFAULT_CLICK_PARAMS: ClickParams = {
  examinationDecay: 0.35,
  noiseSd: 0.5,
  clickThreshold: 1.8,
  temperature: 0.4,
  junkShare: 0.03,
  saveThreshold: 2.2,
  implementThreshold: 3.2,
  shareThreshold: 3,
  rateShare: 0.15,
  dismissThreshold: 0,
  dismissShare: 0.3,
};

const VIEW_SECONDS_MAX = 180;
const SCROLL_SECONDS = 0.4;

export type ShownCareer = {
  /** what it is worth to them (career-visitors.ts) */
  utility: number;
  /** What they did with it on an earlier visit and do not do again. */
  done: ReadonlySet<InteractionKind>;
};

export type SimulatedEvent = {
  /** from 1 */
  position: number;
  kind: InteractionKind;
  /** seconds of a view, stars of a rating; null for the rest */
  value: number | null;
  /** after the list was shown; every event of a visit has another */
  afterMs: number;
};

/** The probability that a position is looked at, from 1: the true propensity. */
export function toExamination(position: number, { examinationDecay }: ClickParams = DEFAULT_CLICK_PARAMS): number {
  return 1 / (1 + examinationDecay * (position - 1));
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * @param slate  as shown, best first
 * @returns      what they do, in the order in which they do it
 */
export function simulateVisit(
  slate: readonly ShownCareer[],
  rng: Rng,
  params: ClickParams = DEFAULT_CLICK_PARAMS,
): SimulatedEvent[] {
  const events: SimulatedEvent[] = [];
  let seconds = 0;
  slate.forEach((career, i) => {
    seconds += SCROLL_SECONDS;
    if (rng.uniform() >= toExamination(i + 1, params)) return;
    for (const { kind, value } of lookAt(career, rng, params)) {
      seconds += kind === "view" ? (value as number) : 1 + 4 * rng.uniform();
      events.push({ position: i + 1, kind, value, afterMs: Math.round(1000 * seconds) });
    }
  });
  return events;
}

type Deed = Pick<SimulatedEvent, "kind" | "value">;

function lookAt({ utility, done }: ShownCareer, rng: Rng, params: ClickParams): Deed[] {
  const seen = utility + params.noiseSd * rng.normal();
  const isOver = (threshold: number): boolean => rng.uniform() < sigmoid((seen - threshold) / params.temperature);
  const seconds = Math.min(VIEW_SECONDS_MAX, Math.max(1, Math.exp(1.6 + 0.5 * utility + 0.5 * rng.normal())));
  const deeds: Deed[] = [{ kind: "view", value: Math.round(10 * seconds) / 10 }];
  const act = (kind: InteractionKind, value: number | null = null): void => {
    deeds.push({ kind, value });
  };
  const isJunk = rng.uniform() < params.junkShare;
  if (!isJunk && !isOver(params.clickThreshold)) {
    if (!isOver(params.dismissThreshold) && rng.uniform() < params.dismissShare) act("dismiss");
    return deeds;
  }
  act("click");
  if (isJunk) return deeds;
  if (!done.has("save") && isOver(params.saveThreshold)) act("save");
  if (!done.has("rate") && rng.uniform() < params.rateShare) act("rate", toStars(seen));
  if (!done.has("share") && isOver(params.shareThreshold)) act("share");
  const isSaved = done.has("save") || deeds.some(({ kind }) => kind === "save");
  if (isSaved && !done.has("implement") && isOver(params.implementThreshold)) act("implement");
  return deeds;
}

/** In halves: 2.5 for what is ordinary among all careers, a star more for each standard deviation above. */
const toStars = (utility: number): number => Math.min(STARS_MAX, Math.max(1, Math.round(2 * (2.5 + utility)) / 2));
