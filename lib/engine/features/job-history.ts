/**
 * What somebody's swipes say of another job: how many of those they liked and passed share something with it, pay like it and are of an
 * occupation like its own. Likeness is that of occupations, whose embeddings are at hand, not that of the postings. Cost: O(swipes) to lay out,
 * O(swipes) a job.
 */
import { mean } from "../math/statistics";
import type { CareerIndex } from "../scoring/career-index";
import { type JobFeatureFacts, toLogPay } from "./job-feature-facts";

/** A job that was swiped. */
export type JobHistoryItem = {
  readonly isLiked: boolean;
  /** position of its occupation in the index, and number of its field; -1 for none */
  readonly career: number;
  readonly cluster: number;
  readonly companyId: string;
  readonly seniority: number | null;
  readonly isRemote: boolean;
  /** log of dollars a year; NaN is not known */
  readonly logPay: number;
};

/** Swipes that the share of right ones starts from, half of them right. */
const SMOOTHING = 4;

type Side = {
  count: number;
  careers: number[];
  /** of what the jobs have, how many have each value; what has none is left out */
  counts: Map<string | number | boolean | null, number>[];
  meanLogPay: number;
};

type Traits = Pick<JobHistoryItem, "career" | "cluster" | "companyId" | "seniority" | "isRemote">;
/** In the order of the features. */
const TRAITS: readonly ((job: Traits) => string | number | boolean | null)[] = [
  ({ cluster }) => (cluster < 0 ? null : cluster),
  ({ career }) => (career < 0 ? null : career),
  ({ companyId }) => companyId,
  ({ seniority }) => seniority,
  ({ isRemote }) => isRemote,
];

/** @returns the values of the history's features for a job, in their order */
export function makeJobHistoryValues(
  index: CareerIndex,
  history: readonly JobHistoryItem[],
): (job: JobFeatureFacts) => number[] {
  const liked = toSide(history.filter(({ isLiked }) => isLiked));
  const passed = toSide(history.filter(({ isLiked }) => !isLiked));
  const { similarities } = index;
  const cosinesWith = ({ careers }: Side, career: number): number[] =>
    similarities === null || career < 0
      ? []
      : careers.map((other) => similarities.data[other * similarities.size + career] as number);
  const share = ({ count, counts }: Side, trait: number, value: string | number | boolean | null): number =>
    count === 0 || value === null ? Number.NaN : (counts[trait]?.get(value) ?? 0) / count;
  const top = (cosines: readonly number[]): number =>
    cosines.length === 0 ? Number.NaN : cosines.reduce((most, cosine) => Math.max(most, cosine), -1);
  return (job) => {
    const { career, cluster, companyId } = job;
    const traits = { career, cluster, companyId, seniority: job.facts.seniority, isRemote: job.facts.isRemote };
    const shares = TRAITS.flatMap((read, trait) => {
      const value = read(traits);
      return [share(liked, trait, value), share(passed, trait, value)];
    });
    const logPay = toLogPay(job.stated, job.typical);
    const near = cosinesWith(liked, career);
    return [
      liked.count,
      passed.count,
      (liked.count + SMOOTHING / 2) / (history.length + SMOOTHING),
      ...shares,
      logPay - liked.meanLogPay,
      logPay - passed.meanLogPay,
      top(near),
      top(cosinesWith(passed, career)),
      near.length === 0 ? Number.NaN : mean(near),
    ];
  };
}

function toSide(items: readonly JobHistoryItem[]): Side {
  const counts = TRAITS.map((read) => {
    const byValue = new Map<string | number | boolean | null, number>();
    for (const item of items) {
      const value = read(item);
      if (value !== null) byValue.set(value, (byValue.get(value) ?? 0) + 1);
    }
    return byValue;
  });
  const pays = items.map(({ logPay }) => logPay).filter((logPay) => !Number.isNaN(logPay));
  return {
    count: items.length,
    careers: items.map(({ career }) => career).filter((career) => career >= 0),
    counts,
    meanLogPay: pays.length === 0 ? Number.NaN : mean(pays),
  };
}
