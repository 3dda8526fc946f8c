import type { SavedCareer } from "@/lib/contracts/saved";
import type { CareerRow } from "@/lib/db/careers";
import type { SavedCareerRow } from "@/lib/db/saved-careers";
import { toCareerSummary } from "./to-career-facts";

/** A saved career as it travels. */
export function toSavedCareer(saved: SavedCareerRow, career: CareerRow & { isActive: boolean }): SavedCareer {
  const { title, cluster, clusterId, ...summary } = toCareerSummary(career);
  const { salary_range, growthPercent, openingsPerYear, education, jobZone } = summary;
  return {
    careerCode: saved.careerCode,
    title,
    cluster,
    clusterId,
    list: saved.list,
    note: saved.note,
    createdAt: saved.createdAt.toISOString(),
    isActive: career.isActive,
    facts: { summary: summary.summary, salary_range, growthPercent, openingsPerYear, education, jobZone },
  };
}
