/**
 * What each career of a person's history is worth to the careers shown: the points that a score loses when it is taken out of the
 * history and everything is scored again. As exact as rating-effects.ts, so "because you saved ..." is never said of one that did nothing.
 */

import type { History, HistoryItem } from "../scoring/history-scores";
import type { CareerScorer, CareerScores } from "../scoring/hybrid";

export type HistoryEffect = {
  /** position of the career that was liked or disliked */
  past: number;
  isLiked: boolean;
  /** points lost without it; negative when it speaks against the career shown */
  points: number;
};

/**
 * @param base   scores with the whole history
 * @param slate  positions of the careers to explain, k
 * @returns      k lists, one entry for each career of the history, largest effect first
 */
export function measureHistoryEffects(
  scorer: CareerScorer,
  ratings: readonly number[],
  history: History,
  base: CareerScores,
  slate: readonly number[],
): HistoryEffect[][] {
  const effects = slate.map((): HistoryEffect[] => []);
  if (scorer.history === null) return effects;
  const items = Int32Array.from(slate);
  const without = ({ item: past }: HistoryItem) => ({
    liked: history.liked.filter(({ item }) => item !== past),
    disliked: history.disliked.filter(({ item }) => item !== past),
  });
  let room: CareerScores | undefined;
  const measure = (entry: HistoryItem, isLiked: boolean): void => {
    room = scorer.withHistory(without(entry)).score(ratings, room, base, items);
    for (const [at, item] of slate.entries()) {
      const points = (base.scores[item] as number) - (room.scores[item] as number);
      effects[at]?.push({ past: entry.item, isLiked, points });
    }
  };
  for (const entry of history.liked) measure(entry, true);
  for (const entry of history.disliked) measure(entry, false);
  return effects.map((list) => list.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)));
}
