import type { CareerSearchQuery, CareerSearchReply } from "@/lib/contracts/careers";
import { searchCareersByEmbedding, searchCareersByWords } from "@/lib/db/careers";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { canRecordLists, showList } from "./show-list";
import { toCareerSummary } from "./to-career-facts";

/** Finds careers by what a person says in their own words, or by a title; by words alone when no model is loaded. */
export async function searchCareers(
  deps: Pick<Deps, "db" | "embedder" | "newId" | "background">,
  actor: Actor,
  query: CareerSearchQuery,
): Promise<CareerSearchReply> {
  const { q: _, offset, ...options } = query;
  const [found, isRecorded] = await Promise.all([findCareers(deps, query), canRecordLists(deps, actor)]);
  const { mode } = found;
  const items = found.items.slice(offset);
  const made = mode === "semantic" ? { policy: "meaning", embeddingModel: deps.embedder?.model ?? null } : BY_WORDS;
  const showing = { surface: "search", mode, options, offset, ...made } as const;
  return { mode, items: isRecorded ? showList(deps, actor, items, showing) : items };
}

const BY_WORDS = { policy: "words", embeddingModel: null };

async function findCareers(deps: Pick<Deps, "db" | "embedder">, query: CareerSearchQuery): Promise<CareerSearchReply> {
  const { q, limit: count, offset, ...filters } = query;
  const limit = offset + count;
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
