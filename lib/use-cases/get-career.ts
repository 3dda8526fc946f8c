import { readCatalogueElements } from "@/lib/adapters/catalogue-files";
import type { CareerDetailReply } from "@/lib/contracts/careers";
import type { CatalogueCareer, CatalogueElements } from "@/lib/contracts/catalogue";
import { findCareer, listCareersByCode } from "@/lib/db/careers";
import type { Deps } from "./deps";
import { toSalaryRange } from "./salary-range";
import { careerNotFound } from "./save-career";
import { toCareerSummary } from "./to-career-facts";

const TOP_RATINGS = 12;
/** Below this importance (1 to 5) a rating says that the job hardly needs it. */
const IMPORTANCE_MIN = 3;

/** @throws AppError NOT_FOUND on an unknown code */
export async function getCareer(deps: Pick<Deps, "db">, code: string): Promise<CareerDetailReply> {
  const row = await findCareer(deps.db, code);
  if (row === null) throw careerNotFound("code", code);
  const [related, elements] = await Promise.all([
    listCareersByCode(deps.db, row.record.related),
    readCatalogueElements(),
  ]);
  const { cluster: _, keywords: __, skills, knowledge, abilities, ...record } = row.record;
  return {
    ...record,
    cluster: row.cluster,
    clusterId: row.clusterId,
    salary_range: toSalaryRange(record.wages),
    related: related.map(toCareerSummary),
    topSkills: toTopSkills({ skills, knowledge, abilities }, elements),
  };
}

function toTopSkills(
  ratings: Pick<CatalogueCareer, "skills" | "knowledge" | "abilities">,
  elements: CatalogueElements,
) {
  const rated = (kind: "skill" | "knowledge" | "ability", names: string[], values: number[] | null) =>
    (values ?? []).map((importance, i) => ({ name: names[i] ?? "", kind, importance }));
  return [
    ...rated("skill", elements.skills, ratings.skills),
    ...rated("knowledge", elements.knowledge, ratings.knowledge),
    ...rated("ability", elements.abilities, ratings.abilities),
  ]
    .filter((rating) => rating.importance >= IMPORTANCE_MIN)
    .sort((a, b) => b.importance - a.importance)
    .slice(0, TOP_RATINGS);
}
