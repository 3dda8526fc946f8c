import { listCareerPopularity } from "@/lib/db/career-outcomes";
import type { Db } from "@/lib/db/open";
import type { CareerFeatureFacts, CareerPopularity } from "@/lib/engine/features/career-features";
import type { CareerSnapshot } from "../career-snapshot";

/** What features need beside the person. */
export type FeatureContext = { facts: CareerFeatureFacts; popularity: CareerPopularity };

export type PopularityCache = {
  /** Shared while it is being read: counting everything is done once a day, not once for each who comes meanwhile. */
  current: { dayStartMs: number; snapshot: CareerSnapshot; popularity: Promise<CareerPopularity> } | null;
};

const DAY_MS = 86_400_000;
const factsOf = new WeakMap<CareerSnapshot, CareerFeatureFacts>();

/** Popularity is counted up to the last midnight (UTC), so that a list can be replayed, and for no moment counts what came of itself. */
export const toDayStart = (nowMs: number): number => Math.floor(nowMs / DAY_MS) * DAY_MS;

export async function getFeatureContext(
  deps: { db: Db; popularity: PopularityCache },
  snapshot: CareerSnapshot,
  nowMs: number,
): Promise<FeatureContext> {
  const dayStartMs = toDayStart(nowMs);
  const cache = deps.popularity;
  if (cache.current?.dayStartMs !== dayStartMs || cache.current.snapshot !== snapshot) {
    const reading = { dayStartMs, snapshot, popularity: readPopularity(deps, snapshot, dayStartMs) };
    cache.current = reading;
    // What failed is read again by whoever comes next.
    reading.popularity.catch(() => {
      if (cache.current === reading) cache.current = null;
    });
  }
  return { facts: toFacts(snapshot), popularity: await cache.current.popularity };
}

async function readPopularity(
  { db }: { db: Db },
  snapshot: CareerSnapshot,
  dayStartMs: number,
): Promise<CareerPopularity> {
  const rows = await listCareerPopularity(db, new Date(dayStartMs));
  const column = () => new Float64Array(snapshot.careers.length);
  const popularity = {
    impressions: column(),
    labels: column(),
    clicks: column(),
    saves: column(),
    dismissals: column(),
  };
  for (const { careerCode, ...counts } of rows) {
    const item = snapshot.positions.get(careerCode);
    if (item === undefined) continue;
    for (const name of Object.keys(popularity) as (keyof CareerPopularity)[]) popularity[name][item] = counts[name];
  }
  return popularity;
}

export function toFacts(snapshot: CareerSnapshot): CareerFeatureFacts {
  let facts = factsOf.get(snapshot);
  if (facts === undefined) {
    const records = snapshot.careers.map(({ record }) => record);
    const riasec = records.flatMap(({ riasec: r }) => [
      ...[r.realistic, r.investigative, r.artistic, r.social, r.enterprising, r.conventional],
    ]);
    facts = {
      openings: Float64Array.from(records, ({ outlook }) => outlook?.openingsPerYear ?? Number.NaN),
      jobZone: Float64Array.from(records, ({ jobZone }) => jobZone),
      riasec: { data: Float64Array.from(riasec), rows: records.length, cols: 6 },
    };
    factsOf.set(snapshot, facts);
  }
  return facts;
}
