import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { listRatedInterests } from "@/lib/db/admin-careers";
import type { DbOrTx } from "@/lib/db/open";
import { topK } from "@/lib/engine/math/top-k";
import { multiply, toUnitRows } from "@/lib/engine/math/vectors";
import { DIMENSION_CENTER, DIMENSION_COUNT } from "@/lib/engine/profile/dimensions";

type Interests = Omit<CatalogueCareer["riasec"], "code">;

const NEIGHBOURS = 8;
const NAMES = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"] as const;
/** Of a catalogue with nothing to learn from: the middle of the scale. */
const MIDDLE = 4;

/** Interests of a career that nobody rated: the mean of the careers nearest in ability. The shipped ones are model-estimated too. */
export async function estimateInterests(db: DbOrTx, abilityVector: readonly number[]): Promise<Interests> {
  const rated = await listRatedInterests(db);
  const abilities = toUnitRows([...rated.map((career) => career.abilityVector)], DIMENSION_COUNT, DIMENSION_CENTER);
  const { data } = toUnitRows([abilityVector], DIMENSION_COUNT, DIMENSION_CENTER);
  const nearest = rated.length === 0 ? [] : [...topK(multiply(abilities, data), NEIGHBOURS)];
  const toMean = (name: (typeof NAMES)[number]): number => {
    const values = nearest.map((at) => rated[at]?.riasec[name] ?? MIDDLE);
    const mean = values.length === 0 ? MIDDLE : values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.round(mean * 100) / 100;
  };
  return Object.fromEntries(NAMES.map((name) => [name, toMean(name)])) as Interests;
}
