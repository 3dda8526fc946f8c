/**
 * The k best positions of a score array, best first, ties to the lower position.
 *
 * A bounded insertion list: O(n + n_better * k), faster than sorting for the small k of a slate.
 * @param scores  (n,) finite
 * @param k       how many; more than n gives n
 */
export function topK(scores: ArrayLike<number>, k: number): number[] {
  const size = Math.min(k, scores.length);
  const best: number[] = [];
  if (size === 0) return best;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (best.length === size && score <= (scores[best[size - 1] as number] as number)) continue;
    let at = best.length < size ? best.length : size - 1;
    while (at > 0 && score > (scores[best[at - 1] as number] as number)) {
      best[at] = best[at - 1] as number;
      at--;
    }
    best[at] = i;
  }
  return best;
}

/**
 * All positions, best first, ties to the lower position.
 * @param scores  (n,) finite
 */
export function rankAll(scores: ArrayLike<number>): number[] {
  return Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
}
