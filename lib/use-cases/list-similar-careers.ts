import type { CareerSearchReply } from "@/lib/contracts/careers";
import { findCareer, listNearestCareers } from "@/lib/db/careers";
import { topK } from "@/lib/engine/math/top-k";
import { multiply } from "@/lib/engine/math/vectors";
import type { Actor } from "./actor";
import { getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { careerNotFound } from "./save-career";
import { canRecordLists, showList } from "./show-list";
import { toCareerSummary } from "./to-career-facts";

/**
 * Careers like one of them: by meaning, or by ability where no model is loaded.
 * @throws AppError NOT_FOUND on an unknown code
 */
export async function listSimilarCareers(
  deps: Deps,
  actor: Actor,
  query: { code: string; limit: number },
): Promise<CareerSearchReply> {
  const [{ mode, items }, isRecorded] = await Promise.all([findSimilar(deps, query), canRecordLists(deps, actor)]);
  const made =
    mode === "semantic" ? { policy: "nearest_meaning", embeddingModel: deps.embedder?.model ?? null } : BY_ABILITY;
  const showing = { surface: "similar", mode, options: query, offset: 0, ...made } as const;
  return { mode, items: isRecorded ? showList(deps, actor, items, showing) : items };
}

const BY_ABILITY = { policy: "nearest_ability", embeddingModel: null };

async function findSimilar(deps: Deps, query: { code: string; limit: number }): Promise<CareerSearchReply> {
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
