import type { Embedder } from "@/lib/adapters/embedder";
import { toMedianWageYear, toSchoolingLevel } from "@/lib/db/career-facts";
import { getCareersRevision, type IndexedCareerRow, listCareersForIndex, listCareerVersions } from "@/lib/db/careers";
import type { Db } from "@/lib/db/open";
import { buildCareerIndex, type CareerIndex } from "@/lib/engine/scoring/career-index";
import type { CareerObjectiveFacts } from "@/lib/engine/scoring/objectives";
import { AppError } from "@/lib/errors";

export type CareerSnapshot = {
  revision: string;
  careers: readonly IndexedCareerRow[];
  /** Of every active career, by its code. */
  versions: ReadonlyMap<string, string>;
  /** Position of a career in `careers` and in the index. */
  positions: ReadonlyMap<string, number>;
  index: CareerIndex;
};

export type SnapshotCache = {
  current: CareerSnapshot | null;
  checkedAtMs: number;
  /** Under way while the catalogue is asked for changes. */
  refreshing?: Promise<CareerSnapshot> | undefined;
  /** Raised by every change made here: what was read before it is not kept. */
  generation?: number;
};

type SnapshotDeps = {
  db: Db;
  embedder: Embedder | null;
  nowMs: () => number;
  snapshot: SnapshotCache;
};

/** How old the snapshot may be before the catalogue is asked whether it changed. */
const CHECK_AFTER_MS = 500;

/**
 * The active careers laid out for scoring. Built when the catalogue changed, else shared: a change is seen within half a second.
 * @throws AppError NOT_READY while the catalogue is still empty
 */
export async function getCareerSnapshot(deps: SnapshotDeps): Promise<CareerSnapshot> {
  const { snapshot } = deps;
  if (snapshot.current !== null && deps.nowMs() - snapshot.checkedAtMs < CHECK_AFTER_MS) return snapshot.current;
  // Laying the careers out blocks for long: requests that come meanwhile share it, or 20 of them would each do it.
  return snapshot.refreshing ?? startRefresh(deps);
}

/**
 * After a change made here: whoever asks from now on waits for the new layout, also when one is under way that may have read the
 * catalogue before the change.
 */
export function expireCareerSnapshot({ snapshot }: Pick<SnapshotDeps, "snapshot">): void {
  snapshot.checkedAtMs = Number.NEGATIVE_INFINITY;
  snapshot.refreshing = undefined;
  snapshot.generation = (snapshot.generation ?? 0) + 1;
}

function startRefresh(deps: SnapshotDeps): Promise<CareerSnapshot> {
  const { snapshot } = deps;
  const refreshing = refreshSnapshot(deps).finally(() => {
    if (snapshot.refreshing === refreshing) snapshot.refreshing = undefined;
  });
  snapshot.refreshing = refreshing;
  return refreshing;
}

async function refreshSnapshot(deps: SnapshotDeps): Promise<CareerSnapshot> {
  const { snapshot } = deps;
  const { generation } = snapshot;
  const nowMs = deps.nowMs();
  const revision = await getCareersRevision(deps.db);
  const next = snapshot.current?.revision === revision ? snapshot.current : await buildSnapshot(deps, revision);
  if (snapshot.generation === generation) {
    snapshot.current = next;
    snapshot.checkedAtMs = nowMs;
  }
  return next;
}

async function buildSnapshot(deps: SnapshotDeps, revision: string): Promise<CareerSnapshot> {
  const before = deps.snapshot.current;
  const { careers, versions } = await readCareers(deps, before);
  if (careers.length === 0) {
    throw new AppError("NOT_READY", {
      publicMessage: "The careers are still being loaded. Please try again in a moment.",
    });
  }
  // A career whose embedding is still being made would make the whole index fall back to ability: it waits a moment instead.
  const embedded = careers.filter((career) => career.embedding !== null);
  const usable = embedded.length > 0 ? embedded : careers;
  // A cluster keeps its number when careers come and go: a ranker splits by it.
  const clusterIds = [...new Set(usable.map((career) => career.clusterId))].sort();
  const index = buildCareerIndex(
    usable.map((career) => ({
      abilityVector: career.abilityVector,
      embedding: career.embedding,
      cluster: clusterIds.indexOf(career.clusterId),
      facts: toObjectiveFacts(career),
    })),
    before === null ? undefined : { index: before.index, rows: toKeptRows(usable, before) },
  );
  const positions = new Map(usable.map((career, i) => [career.code, i]));
  return { revision, careers: usable, versions, positions, index };
}

/** The active careers in the order of their codes; those that did not change are taken over as they were read. */
async function readCareers({ db, embedder }: SnapshotDeps, before: CareerSnapshot | null) {
  const model = embedder?.model ?? null;
  const versions = await listCareerVersions(db);
  const kept = new Map(
    before?.careers
      .filter(({ code }) => versions.get(code) === before.versions.get(code))
      .map((row) => [row.code, row]),
  );
  const others = [...versions.keys()].filter((code) => !kept.has(code));
  const read = others.length === 0 ? [] : await listCareersForIndex(db, model, kept.size === 0 ? undefined : others);
  for (const row of read) kept.set(row.code, row);
  const careers = [...versions.keys()].flatMap((code) => kept.get(code) ?? []);
  return { careers, versions };
}

/** Where in the snapshot before each career was; -1 of one that is new or was read again. */
function toKeptRows(careers: readonly IndexedCareerRow[], before: CareerSnapshot): Int32Array {
  return Int32Array.from(careers, (career) => {
    const position = before.positions.get(career.code) ?? -1;
    return before.careers[position] === career ? position : -1;
  });
}

function toObjectiveFacts({ record }: IndexedCareerRow): CareerObjectiveFacts {
  return {
    medianWageYear: toMedianWageYear(record.wages),
    isWageTopCoded: record.wages?.topCoded.includes("median") ?? false,
    growthPercent: record.outlook?.growthPercent ?? null,
    schoolingLevel: toSchoolingLevel(record),
    aiPercentile: record.ai.exposurePercentile,
    stressPercentile: record.stressPercentile,
    values: record.values,
  };
}
