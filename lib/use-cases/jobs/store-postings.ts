import { findKnownJobs, findOrMakeCompanies, type JobRow, type KnownJob, saveJobs, toImportKey } from "@/lib/db/jobs";
import type { Deps } from "../deps";
import { type PreparedJob, prepareJobs } from "./prepare-jobs";
import { type Posting, toContentHash } from "./to-posting";

export type StoreDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot" | "newId">;

export type StoreOptions = {
  source: string;
  nowMs: number;
  /** What dates are moved by: of a recorded feed that is read as of another day. */
  shiftMs: number;
  /** Kept between calls. */
  companyIds: Map<string, string>;
};

export type StoreCounts = { added: number; changed: number; unchanged: number };

const COMPANIES_KEPT_MAX = 50_000;

/**
 * Stores postings of a source. Those that are as they were are found by one query, so that doing it again takes next to nothing.
 * @param postings  no two of one id
 */
export async function storePostings(
  deps: StoreDeps,
  postings: readonly Posting[],
  options: StoreOptions,
): Promise<StoreCounts> {
  const hashed = postings.map((posting) => ({ posting, hash: toContentHash(posting) }));
  const known = await findKnownJobs(
    deps.db,
    options.source,
    postings.map(({ sourceId }) => sourceId),
  );
  const model = deps.embedder?.model ?? null;
  const fresh = hashed.filter(({ posting, hash }) => !isSame(known.get(posting.sourceId), hash, model));
  const unchanged = postings.length - fresh.length;
  if (fresh.length === 0) return { added: 0, changed: 0, unchanged };
  const prepared = await prepareJobs(
    deps,
    fresh.map(({ posting }) => posting),
  );
  await addCompanies(deps, prepared, options.companyIds);
  const rows = fresh.map(({ posting, hash }, i) => toRow(deps, posting, hash, prepared[i] as PreparedJob, options));
  const counts = await saveJobs(deps.db, rows);
  return { ...counts, unchanged: unchanged + counts.unchanged };
}

function isSame(known: KnownJob | undefined, hash: string, model: string | null): boolean {
  if (known === undefined || known.contentHash !== hash || known.isClosed) return false;
  return model === null || known.embeddingModel === model;
}

async function addCompanies(deps: StoreDeps, jobs: readonly PreparedJob[], ids: Map<string, string>): Promise<void> {
  if (ids.size > COMPANIES_KEPT_MAX) ids.clear();
  const names = jobs.map(({ company }) => company).filter((name) => !ids.has(toImportKey(name)));
  if (names.length === 0) return;
  for (const [key, id] of await findOrMakeCompanies(deps.db, names, deps.newId)) ids.set(key, id);
}

function toRow(
  deps: StoreDeps,
  posting: Posting,
  contentHash: string,
  prepared: PreparedJob,
  { source, nowMs, shiftMs, companyIds }: StoreOptions,
): JobRow {
  const { company, ...columns } = prepared;
  const postedMs = posting.postedAtMs === null ? nowMs : posting.postedAtMs + shiftMs;
  const expiresMs = posting.expiresAtMs === null ? null : posting.expiresAtMs + shiftMs;
  return {
    id: deps.newId(),
    companyId: companyIds.get(toImportKey(company)) ?? "",
    source,
    sourceId: posting.sourceId,
    sourceUrl: posting.sourceUrl,
    title: columns.title,
    location: columns.location,
    isRemote: columns.isRemote,
    tags: columns.tags,
    seniority: columns.seniority,
    description: columns.description,
    salaryMin: columns.salaryMin,
    salaryMax: columns.salaryMax,
    careerCode: columns.careerCode,
    careerConfidence: columns.careerConfidence,
    clusterId: columns.clusterId,
    typicalSalaryMin: columns.typicalSalaryMin,
    typicalSalaryMax: columns.typicalSalaryMax,
    typicalSkills: columns.typicalSkills,
    typicalSeniority: columns.typicalSeniority,
    postedAt: new Date(Math.min(postedMs, nowMs)),
    expiresAt: expiresMs === null ? null : new Date(expiresMs),
    closedAt: null,
    isActive: expiresMs === null || expiresMs > nowMs,
    contentHash,
    embedding: columns.embedding,
    embeddingModel: columns.embeddingModel,
  };
}
