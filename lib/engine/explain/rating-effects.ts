/**
 * What each rating is worth to a career: the points that its score loses when that one rating is set to the middle and everything is
 * scored again. Leave-one-out importance (Robnik-Sikonja & Kononenko 2008, doi:10.1109/TKDE.2007.190734), exact for this score, since
 * a rescoring from nearly the same ratings costs O(n) only.
 */
import { DIMENSION_CENTER, DIMENSION_COUNT } from "../profile/dimensions";
import type { CareerScorer, CareerScores } from "../scoring/hybrid";

/**
 * @param base   scores of these ratings
 * @param slate  positions of the careers to explain, k
 * @returns      k arrays (15,): points lost without each rating; negative when the rating speaks against the career
 */
export function measureRatingEffects(
  scorer: CareerScorer,
  ratings: readonly number[],
  base: CareerScores,
  slate: readonly number[],
): Float64Array[] {
  const effects = slate.map(() => new Float64Array(DIMENSION_COUNT));
  const items = Int32Array.from(slate);
  let room: CareerScores | undefined;
  for (let d = 0; d < DIMENSION_COUNT; d++) {
    if (ratings[d] === DIMENSION_CENTER) continue;
    const changed = ratings.slice();
    changed[d] = DIMENSION_CENTER;
    room = scorer.score(changed, room, base, items);
    for (const [at, item] of slate.entries()) {
      const effect = effects[at];
      if (effect !== undefined) effect[d] = (base.scores[item] as number) - (room.scores[item] as number);
    }
  }
  return effects;
}
