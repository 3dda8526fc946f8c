import type { CareerIndex } from "../scoring/career-index";

/** What everybody did with a career until some moment, (n,) counts each, by position. */
export type CareerPopularity = Record<"impressions" | "labels" | "clicks" | "saves" | "dismissals", Float64Array>;

/** Impressions with the mean of all careers that a rate starts from. */
const SMOOTHING = 50;

/** @returns the popularity features of a career, in their order in the table */
export function makePopularityValues(index: CareerIndex, popularity: CareerPopularity): (item: number) => number[] {
  const { impressions, labels, clicks, saves, dismissals } = popularity;
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const shown = total(impressions);
  const makeRate = (counts: Float64Array, of: Float64Array) => {
    const prior = shown === 0 ? 0 : total(counts) / shown;
    return (at: number): number => ((counts[at] as number) + SMOOTHING * prior) / ((of[at] as number) + SMOOTHING);
  };
  const byCluster = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(index.clusters.reduce((top, cluster) => Math.max(top, cluster + 1), 0));
    values.forEach((value, item) => {
      const cluster = index.clusters[item] as number;
      sums[cluster] = (sums[cluster] as number) + value;
    });
    return sums;
  };
  const rates = [labels, clicks, saves, dismissals].map((counts) => makeRate(counts, impressions));
  const clusterRate = makeRate(byCluster(labels), byCluster(impressions));
  return (item) => [
    Math.log1p(impressions[item] as number),
    ...rates.map((rate) => rate(item)),
    clusterRate(index.clusters[item] as number),
  ];
}
