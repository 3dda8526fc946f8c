import type { CareerSearchQuery, CareerSearchReply } from "@/lib/contracts/careers";
import { searchCareersByEmbedding, searchCareersByWords } from "@/lib/db/careers";
import type { Deps } from "./deps";
import { toCareerSummary } from "./to-career-facts";

/** Finds careers by what a person says in their own words, or by a title; by words alone when no model is loaded. */
export async function searchCareers(
  deps: Pick<Deps, "db" | "embedder">,
  query: CareerSearchQuery,
): Promise<CareerSearchReply> {
  const { q, limit, ...filters } = query;
  const { embedder } = deps;
  if (embedder !== null) {
    const [vector] = await embedder.embed([q]);
    if (vector?.some((value) => value !== 0)) {
      const rows = await searchCareersByEmbedding(deps.db, { vector, text: q, model: embedder.model, filters, limit });
      return { mode: "semantic", items: rows.map(toCareerSummary) };
    }
  }
  const words = [...new Set(q.match(/[\p{L}\p{N}]{2,}/gu) ?? [])].slice(0, 20);
  const rows = await searchCareersByWords(deps.db, { words, filters, limit });
  return { mode: "text", items: rows.map(toCareerSummary) };
}
