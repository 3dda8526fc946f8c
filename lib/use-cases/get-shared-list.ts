import type { SharedList } from "@/lib/contracts/share";
import { findCareers } from "@/lib/db/careers";
import { findSharedList } from "@/lib/db/share-links";
import { AppError } from "@/lib/errors";
import type { Deps } from "./deps";
import { toCareerSummary } from "./to-career-facts";

/**
 * What a link shows to whoever has it: careers and where the list put them, nothing of the person.
 * @throws AppError NOT_FOUND on an unknown or revoked link
 */
export async function getSharedList(deps: Pick<Deps, "db">, shareId: string): Promise<SharedList> {
  const list = await findSharedList(deps.db, shareId);
  if (list === null) throw new AppError("NOT_FOUND", { publicMessage: "This link does not work, or no longer." });
  const byCode = await findCareers(
    deps.db,
    list.rows.map(({ careerCode }) => careerCode),
  );
  const careers = list.rows.flatMap(({ careerCode, position, score }) => {
    const career = byCode.get(careerCode);
    if (career === undefined) return [];
    const { code, title, cluster, summary, salary_range, growthPercent, openingsPerYear, education } =
      toCareerSummary(career);
    const facts = { code, title, cluster, summary, salary_range, growthPercent, openingsPerYear, education };
    return [{ ...facts, rank: position, score, isActive: career.isActive }];
  });
  return { createdAt: list.createdAt.toISOString(), careers };
}
