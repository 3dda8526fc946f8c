import { createHash } from "node:crypto";
import type { Embedder } from "@/lib/adapters/embedder";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { listEmbeddingStates, saveCareerEmbeddings } from "@/lib/db/catalogue";
import { AppError } from "@/lib/errors";
import type { Deps } from "./deps";

const BATCH = 64;

/** What of a career is embedded: its names, everyday words, and what it is like. */
export function toCareerText(
  career: Pick<CatalogueCareer, "title" | "alternateTitles" | "keywords" | "summary" | "day">,
): string {
  const names = [career.title, ...career.alternateTitles].join(", ");
  return `${names}. ${career.keywords.join(", ")}. ${career.summary} ${career.day.join(". ")}.`;
}

/** What tells whether a text is the one that was embedded. */
const toHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A single career's embedding; null when the model knows none of its words, since the zero vector has no direction. */
export async function embedCareer(
  embedder: Embedder,
  career: CatalogueCareer,
): Promise<{ model: string; hash: string; vector: Float32Array } | null> {
  const text = toCareerText(career);
  const [vector] = await embedder.embed([text]);
  return vector?.some((value) => value !== 0) ? { model: embedder.model, hash: toHash(text), vector } : null;
}

/**
 * Embeds the careers whose text or model changed since they were last embedded.
 * @param options  isForced embeds all anew; limit stops after so many
 * @throws AppError NOT_READY when no model is loaded
 */
export async function embedCareers(
  deps: Pick<Deps, "db" | "embedder" | "embedderError">,
  options: { isForced: boolean; limit: number | null },
  onProgress: (done: number, total: number) => void,
): Promise<{ embedded: number; upToDate: number; left: number }> {
  const { embedder } = deps;
  if (embedder === null) {
    throw new AppError("NOT_READY", { publicMessage: deps.embedderError ?? "No embedding model is loaded." });
  }
  const states = await listEmbeddingStates(deps.db);
  const stale = states
    .map(({ code, record, model, hash }) => {
      const text = toCareerText(record);
      const textHash = toHash(text);
      return { code, text, hash: textHash, isFresh: model === embedder.model && hash === textHash };
    })
    .filter((row) => options.isForced || !row.isFresh);
  const chosen = stale.slice(0, options.limit ?? stale.length);
  for (let from = 0; from < chosen.length; from += BATCH) {
    const batch = chosen.slice(from, from + BATCH);
    const vectors = await embedder.embed(batch.map((row) => row.text));
    const rows = batch.map(({ code, hash }, i) => ({ code, hash, vector: vectors[i] ?? new Float32Array() }));
    // The zero vector of a text without a known word has no direction: its cosine would be NaN in every list.
    const usable = rows.filter(({ vector }) => vector.some((value) => value !== 0));
    await saveCareerEmbeddings(deps.db, embedder.model, usable);
    onProgress(from + batch.length, chosen.length);
  }
  return { embedded: chosen.length, upToDate: states.length - stale.length, left: stale.length - chosen.length };
}
