import type { JobFilters } from "@/lib/contracts/jobs";
import { CANDIDATES_MAX, type Candidate, listCandidates } from "@/lib/db/job-candidates";
import { type JobFeedRow, NO_COSINE } from "@/lib/db/job-feeds";
import type { Wanted } from "@/lib/db/job-filters";
import { rankInTurn } from "@/lib/engine/ranking/rank-in-turn";
import { JOB_PART_NAMES } from "@/lib/engine/scoring/job-score";
import type { Deps } from "../deps";
import { type JobMatch, matchJob, toCandidateFacts } from "./job-facts";
import type { JobSeeker } from "./job-seeker";

/** Jobs in their order. `isWhole`: there are no others that the person may be shown. */
export type Feed = Omit<JobFeedRow, "userId" | "ownerRole"> & { isWhole: boolean };

/** Ranks up to 300 jobs that were not shown yet. */
export async function rankFeed(
  deps: Pick<Deps, "db" | "dbEngine" | "embedder" | "nowMs" | "newId">,
  seeker: JobSeeker,
  wanted: Wanted,
  shown: { filters: JobFilters; shownIds: readonly string[] },
): Promise<Feed> {
  const candidates = await listCandidates(deps.db, deps.dbEngine, {
    ...wanted,
    vector: seeker.vector,
    model: deps.embedder?.model ?? null,
    shownIds: shown.shownIds,
  });
  const ranked = rankCandidates(candidates, seeker, deps.nowMs());
  return {
    id: deps.newId(),
    filters: shown.filters,
    mode: seeker.mode,
    jobIds: ranked.map(({ candidate }) => candidate.id),
    scores: ranked.flatMap(({ match }) => toNumbers(match)),
    shownIds: [...shown.shownIds],
    isWhole: candidates.length < CANDIDATES_MAX,
  };
}

/**
 * Best first; ties in the order of the ids, so that the same jobs come in the same order. For somebody of whom nothing is known the fields of
 * work take turns: what they swipe then says which of them it is.
 */
function rankCandidates(candidates: readonly Candidate[], seeker: JobSeeker, nowMs: number) {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      match: matchJob(toCandidateFacts(candidate, nowMs), seeker, candidate.cosine),
    }))
    .sort((a, b) => b.match.score - a.match.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  if (seeker.mode !== "cold") return ranked;
  const order = rankInTurn(
    ranked.map(({ match }) => match.score),
    ranked.map(({ candidate }) => candidate.clusterId),
  );
  return order.flatMap((at) => ranked[at] ?? []);
}

const toNumbers = ({ score, parts, similarity }: JobMatch): number[] => [
  score,
  ...JOB_PART_NAMES.map((name) => parts[name]),
  similarity ?? NO_COSINE,
];
