import { readCatalogueElements } from "@/lib/adapters/catalogue-files";
import type { Seniority } from "@/lib/contracts/jobs";
import type { IndexedCareerRow } from "@/lib/db/careers";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { matchOccupations, type OccupationMatch } from "./match-occupations";
import { type TypicalValues, toTypicalValues } from "./typical-values";

/** A posting as it is read or written. */
export type JobDraft = {
  title: string;
  company: string;
  location: string;
  isRemote: boolean;
  tags: string[];
  seniority: Seniority | null;
  description: string;
  /** US dollars a year */
  salaryMin: number | null;
  salaryMax: number | null;
  /** Such as an occupational series: it helps to find the occupation, and is not shown. */
  hint?: string | undefined;
};

/** What is added to a posting before it is stored. */
export type JobAdditions = TypicalValues & {
  embedding: Float32Array | null;
  embeddingModel: string | null;
  careerCode: string | null;
  careerConfidence: number | null;
  clusterId: string | null;
};

export type PreparedJob = Omit<JobDraft, "hint"> & JobAdditions;

/** What the model reads; it is cut off after some 256 pieces of words anyway. */
const DESCRIPTION_EMBEDDED_MAX = 1500;
/** Below this the occupation is more likely wrong than right: what it says about pay and skills would mislead. */
export const TYPICAL_CONFIDENCE_MIN = 0.5;

/** What of a posting is embedded. */
export function toJobText({ title, company, tags, description }: Omit<JobDraft, "hint">): string {
  const parts = [title, company, tags.join(", "), description.slice(0, DESCRIPTION_EMBEDDED_MAX)];
  return parts.filter((part) => part !== "").join(". ");
}

/**
 * Adds to postings what makes them findable and comparable: the embedding, the occupation that they are most like, and what that one
 * says where they are silent. Without a model only what words of the title say is added.
 */
export async function prepareJobs(
  deps: Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot">,
  drafts: readonly JobDraft[],
): Promise<PreparedJob[]> {
  if (drafts.length === 0) return [];
  const { embedder } = deps;
  if (embedder === null) return drafts.map((draft) => addTo(draft, NO_MODEL));
  const [snapshot, { skills: skillNames }] = await Promise.all([getCareerSnapshot(deps), readCatalogueElements()]);
  const vectors = await embedder.embed(drafts.map(toJobText));
  const matches = await matchOccupations({ embedder, snapshot }, drafts);
  return drafts.map((draft, i) => {
    const vector = vectors[i];
    // The zero vector of a text without a known word has no direction: it could be compared with nothing.
    const embedding = vector?.some((value) => value !== 0) ? vector : null;
    const match = matches[i]?.[0];
    const career = match === undefined ? undefined : snapshot.careers[match.position];
    return addTo(draft, { embedding, embeddingModel: embedder.model, match, career, skillNames });
  });
}

type Found = {
  embedding: Float32Array | null;
  embeddingModel: string | null;
  match: OccupationMatch | undefined;
  career: IndexedCareerRow | undefined;
  skillNames: readonly string[];
};

const NO_MODEL: Found = {
  embedding: null,
  embeddingModel: null,
  match: undefined,
  career: undefined,
  skillNames: [],
};

function addTo(draft: JobDraft, found: Found): PreparedJob {
  const { hint: _, ...posting } = draft;
  const { embedding, embeddingModel, match, career, skillNames } = found;
  const isSure = match !== undefined && match.confidence >= TYPICAL_CONFIDENCE_MIN;
  return {
    ...posting,
    embedding,
    embeddingModel,
    careerCode: career?.code ?? null,
    careerConfidence: career === undefined ? null : (match?.confidence ?? null),
    clusterId: career?.clusterId ?? null,
    ...toTypicalValues(posting, isSure ? (career?.record ?? null) : null, skillNames),
  };
}
