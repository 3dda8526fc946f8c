/**
 * The baseline for search by text: cosine of TF-IDF vectors over lower-case words, logarithmic term frequency and smoothed inverse
 * document frequency (Salton & Buckley 1988, doi:10.1016/0306-4573(88)90021-0), on the same documents that the model embeds.
 */
export function createTfIdf(documents: readonly string[]): (query: string) => Float64Array {
  const counts = documents.map(countWords);
  const frequency = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const idf = (word: string): number => Math.log((1 + documents.length) / (1 + (frequency.get(word) ?? 0))) + 1;
  const weigh = (words: Map<string, number>): Map<string, number> => {
    const vector = new Map([...words].map(([word, count]) => [word, (1 + Math.log(count)) * idf(word)]));
    const length = Math.hypot(...vector.values()) || 1;
    return new Map([...vector].map(([word, weight]) => [word, weight / length]));
  };
  const vectors = counts.map(weigh);
  return (query) => {
    const weights = [...weigh(countWords(query))];
    return Float64Array.from(vectors, (vector) =>
      weights.reduce((sum, [word, weight]) => sum + weight * (vector.get(word) ?? 0), 0),
    );
  };
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
