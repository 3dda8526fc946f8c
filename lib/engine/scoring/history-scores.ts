/**
 * What somebody's history says about every career: the careers they liked draw the profile embedding, those they set aside push it.
 *
 *   p' = (1 - L) b + L m - D d,   L = LIKED_SHARE min(1, likes / ENOUGH),   D = DISLIKED_SHARE min(1, dislikes / ENOUGH)
 *
 * b is the profile embedding without history (hybrid.ts), m the mean embedding of the liked careers weighted by how much was meant (the
 * label of the interaction, interaction-label.ts), d that of the disliked. From five likes on it is the 30 / 70 rule; before that the
 * share grows with each, so that one save moves a list a little and not at all at random. It is relevance feedback (Rocchio 1971) with
 * both of its terms; the negative one is kept small, since a career is set aside for many reasons that its neighbors do not share.
 *
 * As everywhere in this score, sources are standardised before they are added: a similarity to a mean of careers is a sum of rows of
 * their Gram matrix, O(n) a liked career. Careers that lie near everybody are evened out as they are for the ratings (career-index.ts).
 * A liked career draws itself as well: otherwise its near twin would take its place on the list.
 */
import { EngineError } from "../engine-error";
import type { CareerIndex } from "./career-index";
import { standardise } from "./rating-scores";

export const LIKED_SHARE = 0.7;
export const DISLIKED_SHARE = 0.2;
export const ENOUGH = 5;

export type HistoryItem = {
  /** position of the career */
  item: number;
  /** how much was meant, above 0 and up to 1 */
  weight: number;
};

/** The careers that a person liked and disliked, each once; newest first. */
export type History = { liked: readonly HistoryItem[]; disliked: readonly HistoryItem[] };

export const NO_HISTORY: History = { liked: [], disliked: [] };

export type HistoryScores = {
  readonly likedShare: number;
  readonly dislikedShare: number;
  /** (n,) cosine to m and to d, times their lengths: m . e_j and d . e_j */
  readonly liked: Float64Array;
  readonly disliked: Float64Array;
  /** (n,) L times the standard score of the liked, less D times that of the disliked */
  readonly standard: Float64Array;
};

/**
 * @returns null when there is no history or no model to compare careers with
 * @throws EngineError on a position outside the index or a weight outside (0, 1]
 */
export function scoreHistory(index: CareerIndex, history: History): HistoryScores | null {
  if (index.similarities === null || index.popularity === null) return null;
  if (history.liked.length + history.disliked.length === 0) return null;
  const n = index.clusters.length;
  const likedShare = LIKED_SHARE * Math.min(1, history.liked.length / ENOUGH);
  const dislikedShare = DISLIKED_SHARE * Math.min(1, history.disliked.length / ENOUGH);
  const liked = meanSimilarity(index, history.liked);
  const disliked = meanSimilarity(index, history.disliked);
  const standard = new Float64Array(n);
  addStandardised(index, liked, likedShare, standard);
  addStandardised(index, disliked, -dislikedShare, standard);
  return { likedShare, dislikedShare, liked, disliked, standard };
}

/** (n,) products of every career's embedding with the weighted mean of some careers' embeddings; 0 for none. */
function meanSimilarity(index: CareerIndex, items: readonly HistoryItem[]): Float64Array {
  const n = index.clusters.length;
  const products = new Float64Array(n);
  if (index.similarities === null) return products;
  const { data } = index.similarities;
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  for (const { item, weight } of items) {
    if (!(Number.isInteger(item) && item >= 0 && item < n))
      throw new EngineError(`history names position ${item} of ${n} careers`);
    if (!(weight > 0 && weight <= 1)) throw new EngineError(`a weight of the history must be in (0, 1], got ${weight}`);
    const row = item * n;
    for (let j = 0; j < n; j++) products[j] = (products[j] as number) + (weight / total) * (data[row + j] as number);
  }
  return products;
}

function addStandardised(index: CareerIndex, products: Float64Array, share: number, out: Float64Array): void {
  if (share === 0 || index.popularity === null) return;
  const { mean, sd } = index.popularity;
  const standard = standardise(products.slice());
  for (let j = 0; j < out.length; j++) {
    out[j] = (out[j] as number) + (share * ((standard[j] as number) - (mean[j] as number))) / (sd[j] as number);
  }
}

/** m or d dotted with itself or the other: the mean over some careers of products that are known for all. */
export function meanProduct(products: Float64Array, items: readonly HistoryItem[]): number {
  const total = items.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return items.reduce((sum, { item, weight }) => sum + (weight * (products[item] as number)) / total, 0);
}
