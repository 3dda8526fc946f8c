import type { CareerSearchReply } from "@/lib/contracts/careers";
import { findCareer, listNearestCareers } from "@/lib/db/careers";
import { topK } from "@/lib/engine/math/top-k";
import { multiply } from "@/lib/engine/math/vectors";
import { getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { careerNotFound } from "./save-career";
import { toCareerSummary } from "./to-career-facts";

/**
 * Careers like one of them: by meaning, or by ability where no model is loaded.
 * @throws AppError NOT_FOUND on an unknown code
 */
export async function listSimilarCareers(
  deps: Deps,
  query: { code: string; limit: number },
): Promise<CareerSearchReply> {
  if ((await findCareer(deps.db, query.code)) === null) throw careerNotFound("code", query.code);
  if (deps.embedder !== null) {
    const rows = await listNearestCareers(deps.db, { ...query, model: deps.embedder.model });
    return { mode: "semantic", items: rows.map(toCareerSummary) };
  }
  const { careers, positions, index } = await getCareerSnapshot(deps);
  const position = positions.get(query.code);
  if (position === undefined) return { mode: "text", items: [] };
  const { data, cols } = index.abilities;
  const cosines = multiply(index.abilities, data.subarray(position * cols, (position + 1) * cols));
  const nearest = topK(cosines, query.limit + 1).filter((at) => at !== position);
  const items = nearest.slice(0, query.limit).flatMap((at) => {
    const career = careers[at];
    return career === undefined ? [] : [toCareerSummary({ ...career, score: cosines[at] ?? null })];
  });
  return { mode: "text", items };
}
