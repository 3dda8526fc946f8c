/**
 * What somebody's swipes say of another job: how many of those they liked and passed share something with it, pay like it and are of an
 * occupation like its own. Likeness is that of occupations, whose embeddings are at hand, not that of the postings. Cost: O(swipes) to lay out,
 * O(swipes) a job.
 */
import { mean } from "../math/statistics";
import type { CareerIndex } from "../scoring/career-index";
import { type JobFeatureFacts, type Put, toLogPay } from "./job-feature-facts";

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

/** @returns puts the values of the history's features for a job, in their order */
export function makePutJobHistory(
  index: CareerIndex,
  history: readonly JobHistoryItem[],
): (put: Put, job: JobFeatureFacts) => void {
  const liked = toSide(history.filter(({ isLiked }) => isLiked));
  const passed = toSide(history.filter(({ isLiked }) => !isLiked));
  const likenessTo = [makeLikenessTo(index, liked.careers), makeLikenessTo(index, passed.careers)] as const;
  return (put, job) => {
    const { career, cluster, companyId } = job;
    const traits = { career, cluster, companyId, seniority: job.facts.seniority, isRemote: job.facts.isRemote };
    put(liked.count);
    put(passed.count);
    put((liked.count + SMOOTHING / 2) / (history.length + SMOOTHING));
    for (let trait = 0; trait < TRAITS.length; trait++) {
      const value = (TRAITS[trait] as (typeof TRAITS)[number])(traits);
      for (const { count, counts } of [liked, passed])
        put(count === 0 || value === null ? Number.NaN : (counts[trait]?.get(value) ?? 0) / count);
    }
    const logPay = toLogPay(job.stated, job.typical);
    const [toLiked, toPassed] = [likenessTo[0](career), likenessTo[1](career)];
    put(logPay - liked.meanLogPay);
    put(logPay - passed.meanLogPay);
    put(toLiked.top);
    put(toPassed.top);
    put(toLiked.mean);
  };
}

type Likeness = { top: number; mean: number };
const UNKNOWN: Likeness = { top: Number.NaN, mean: Number.NaN };

/** Highest and mean cosine of an occupation with others; jobs of one occupation share it. */
function makeLikenessTo({ similarities }: CareerIndex, careers: readonly number[]): (career: number) => Likeness {
  const known = new Map<number, Likeness>();
  return (career) => {
    if (similarities === null || career < 0 || careers.length === 0) return UNKNOWN;
    const before = known.get(career);
    if (before !== undefined) return before;
    const { data, size } = similarities;
    let top = -1;
    let sum = 0;
    for (const other of careers) {
      const cosine = data[career * size + other] as number;
      top = Math.max(top, cosine);
      sum += cosine;
    }
    const likeness = { top, mean: sum / careers.length };
    known.set(career, likeness);
    return likeness;
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
