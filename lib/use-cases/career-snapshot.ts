import type { Embedder } from "@/lib/adapters/embedder";
import { toMedianWageYear, toSchoolingLevel } from "@/lib/db/career-facts";
import { getCareersRevision, type IndexedCareerRow, listCareersForIndex } from "@/lib/db/careers";
import type { Db } from "@/lib/db/open";
import { buildCareerIndex, type CareerIndex } from "@/lib/engine/scoring/career-index";
import type { CareerObjectiveFacts } from "@/lib/engine/scoring/objectives";
import { AppError } from "@/lib/errors";

export type CareerSnapshot = {
  revision: string;
  careers: readonly IndexedCareerRow[];
  /** Position of a career in `careers` and in the index. */
  positions: ReadonlyMap<string, number>;
  index: CareerIndex;
};

export type SnapshotCache = {
  current: CareerSnapshot | null;
  checkedAtMs: number;
  /** Under way while the catalogue is asked for changes. */
  refreshing?: Promise<CareerSnapshot> | undefined;
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
  snapshot.refreshing ??= refreshSnapshot(deps).finally(() => {
    snapshot.refreshing = undefined;
  });
  return snapshot.refreshing;
}

async function refreshSnapshot(deps: SnapshotDeps): Promise<CareerSnapshot> {
  const { snapshot } = deps;
  const nowMs = deps.nowMs();
  const revision = await getCareersRevision(deps.db);
  if (snapshot.current?.revision !== revision) snapshot.current = await buildSnapshot(deps, revision);
  snapshot.checkedAtMs = nowMs;
  return snapshot.current;
}

async function buildSnapshot(deps: SnapshotDeps, revision: string): Promise<CareerSnapshot> {
  const careers = await listCareersForIndex(deps.db, deps.embedder?.model ?? null);
  if (careers.length === 0) {
    throw new AppError("NOT_READY", {
      publicMessage: "The careers are still being loaded. Please try again in a moment.",
    });
  }
  // A career whose embedding is still being made would make the whole index fall back to ability: it waits a moment instead.
  const embedded = careers.filter((career) => career.embedding !== null);
  const usable = embedded.length > 0 ? embedded : careers;
  const clusterIds = [...new Set(usable.map((career) => career.clusterId))];
  const index = buildCareerIndex(
    usable.map((career) => ({
      abilityVector: career.abilityVector,
      embedding: career.embedding,
      cluster: clusterIds.indexOf(career.clusterId),
      facts: toObjectiveFacts(career),
    })),
  );
  return { revision, careers: usable, positions: new Map(usable.map((career, i) => [career.code, i])), index };
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
