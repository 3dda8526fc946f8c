import type { JobFilters } from "@/lib/contracts/jobs";
import { CANDIDATES_MAX, type Candidate, listCandidates } from "@/lib/db/job-candidates";
import { type JobFeedRow, NO_COSINE } from "@/lib/db/job-feeds";
import type { Wanted } from "@/lib/db/job-filters";
import { rankInTurn } from "@/lib/engine/ranking/rank-in-turn";
import { rerankByLikeness } from "@/lib/engine/ranking/rerank-by-mmr";
import { JOB_PART_NAMES } from "@/lib/engine/scoring/job-score";
import type { Deps } from "../deps";
import { type JobMatch, matchJob, toCandidateFacts, toParts } from "./job-facts";
import { type JobLearning, learnMatches, type MatchedJob, type PendingLearning, toRankerVersion } from "./job-learning";
import { makeLikeness } from "./job-likeness";
import type { JobSeeker } from "./job-seeker";

/** Jobs in their order. `isWhole`: there are no others that the person may be shown. */
export type Feed = Omit<JobFeedRow, "userId" | "ownerRole"> & { isWhole: boolean };

export type RankDeps = Pick<Deps, "db" | "dbEngine" | "embedder" | "nowMs" | "newId" | "jobsMmrLambda">;

/** Ranks up to 300 jobs that were not shown yet. */
export async function rankFeed(
  deps: RankDeps,
  seeker: JobSeeker,
  wanted: Wanted,
  learning: PendingLearning,
  shown: { filters: JobFilters; shownIds: readonly string[] },
): Promise<Feed> {
  const query = { ...wanted, vector: seeker.vector, model: deps.embedder?.model ?? null, shownIds: shown.shownIds };
  const [candidates, learned] = await Promise.all([
    listCandidates(deps.db, deps.dbEngine, { ...query, isLearned: learning.ranker !== null }),
    learning.ready,
  ]);
  const { ranked, rankerVersion } = rankCandidates(candidates, seeker, learned, deps.jobsMmrLambda, deps.nowMs());
  return {
    id: deps.newId(),
    filters: shown.filters,
    mode: seeker.mode,
    jobIds: ranked.map(({ candidate }) => candidate.id),
    scores: ranked.flatMap(({ match }) => toNumbers(match)),
    modelVersion: rankerVersion,
    shownIds: [...shown.shownIds],
    isWhole: candidates.length < CANDIDATES_MAX,
  };
}

/**
 * Base scores, what a ranker adds to them where one is promoted, and then variety among what is nearly as good (MMR). For somebody of whom
 * nothing is known and without a ranker the fields of work take turns: what they swipe then says which of them it is.
 */
function rankCandidates(
  candidates: readonly Candidate[],
  seeker: JobSeeker,
  learning: JobLearning,
  mmrLambda: number,
  nowMs: number,
): { ranked: MatchedJob[]; rankerVersion: string | null } {
  const base = candidates.map((candidate): MatchedJob => {
    const facts = toCandidateFacts(candidate, nowMs);
    return { candidate, facts, match: matchJob(facts, seeker, candidate.cosine) };
  });
  const learned = learnMatches(learning, seeker, base, nowMs);
  const sorted = (learned ?? base).sort(byScore);
  const scores = sorted.map(({ match }) => match.score);
  const order =
    seeker.mode === "cold" && learned === null
      ? rankInTurn(
          scores,
          sorted.map(({ candidate }) => candidate.clusterId),
        )
      : rerankByLikeness(
          scores,
          makeLikeness(
            learning.snapshot,
            sorted.map(({ candidate }) => candidate),
          ),
          sorted.length,
          mmrLambda,
        );
  const rankerVersion = learned === null || learning.ranker === null ? null : toRankerVersion(learning.ranker);
  return { ranked: order.flatMap((at) => sorted[at] ?? []), rankerVersion };
}

/** Best first; ties in the order of the ids, so that the same jobs come in the same order. */
const byScore = (a: MatchedJob, b: MatchedJob): number =>
  b.match.score - a.match.score || (a.candidate.id < b.candidate.id ? -1 : 1);

const toNumbers = ({ score, parts, similarity }: JobMatch): number[] => [
  score,
  ...JOB_PART_NAMES.map((name) => parts[name]),
  similarity ?? NO_COSINE,
  parts.learned,
];

/** What toNumbers made of a job of a feed; feeds of earlier versions say nothing of what was learned. */
export function toFeedMatch({ scores, jobIds }: Pick<Feed, "scores" | "jobIds">, at: number): JobMatch {
  const width = scores.length / jobIds.length;
  const [score = 0, ...rest] = scores.slice(at * width, (at + 1) * width);
  const [cosine = NO_COSINE, learned = 0] = rest.slice(JOB_PART_NAMES.length);
  return { score, parts: { ...toParts(rest), learned }, similarity: cosine === NO_COSINE ? null : cosine };
}
