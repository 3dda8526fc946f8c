import { findSeededHash, saveCatalogue } from "@/lib/db/catalogue";
import type { Deps } from "./deps";
import { embedCareers } from "./embed-careers";

type Progress = (step: string, done: number, total: number) => void;

/** Brings the database up to the shipped catalogue; nothing happens when it is. */
export async function loadCatalogue(deps: Pick<Deps, "db" | "catalogue">, onProgress: Progress): Promise<void> {
  if ((await findSeededHash(deps.db)) === deps.catalogue.hash) return;
  const { clusters, careers } = deps.catalogue.read();
  onProgress("Loading careers", 0, careers.length);
  await saveCatalogue(deps.db, { clusters, careers, hash: deps.catalogue.hash }, (done) =>
    onProgress("Loading careers", done, careers.length),
  );
}

/**
 * The catalogue and the embeddings of the chosen model: what is done already is skipped, so that an interrupted start goes on where
 * it stopped.
 */
export async function prepareCatalogue(deps: Deps, onProgress: Progress): Promise<void> {
  await loadCatalogue(deps, onProgress);
  if (deps.embedder !== null) {
    await embedCareers(deps, { isForced: false, limit: null }, (done, total) =>
      onProgress("Embedding careers", done, total),
    );
  }
}
