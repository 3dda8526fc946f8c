import { listCareerPopularity } from "@/lib/db/career-outcomes";
import type { Db } from "@/lib/db/open";
import type { CareerFeatureFacts } from "@/lib/engine/features/career-features";
import type { CareerPopularity } from "@/lib/engine/features/career-popularity";
import type { CareerSnapshot } from "../career-snapshot";
import { type DailyCache, readOnceADay } from "./once-a-day";

/** What features need beside the person. */
export type FeatureContext = { facts: CareerFeatureFacts; popularity: CareerPopularity };

const factsOf = new WeakMap<CareerSnapshot, CareerFeatureFacts>();

export async function getFeatureContext(
  deps: { db: Db; popularity: DailyCache<CareerPopularity> },
  snapshot: CareerSnapshot,
  nowMs: number,
): Promise<FeatureContext> {
  const read = (dayStart: Date) => readPopularity(deps, snapshot, dayStart);
  return { facts: toFacts(snapshot), popularity: await readOnceADay(deps.popularity, snapshot, nowMs, read) };
}

async function readPopularity({ db }: { db: Db }, snapshot: CareerSnapshot, dayStart: Date): Promise<CareerPopularity> {
  const rows = await listCareerPopularity(db, dayStart);
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
