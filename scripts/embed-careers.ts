/** `npm run careers:embed -- [--model M] [--force] [--limit N]`: embeds the careers whose text or model changed. */
import { parseArgs } from "node:util";
import { printProgress } from "@/lib/adapters/print-progress";
import { getEnv } from "@/lib/env";
import { openDeps } from "@/lib/use-cases/deps";
import { embedCareers } from "@/lib/use-cases/embed-careers";
import { loadCatalogue } from "@/lib/use-cases/prepare-catalogue";

function readOptions(): { model: string; isForced: boolean; limit: number | null } {
  const { values } = parseArgs({
    options: { model: { type: "string" }, force: { type: "boolean", default: false }, limit: { type: "string" } },
  });
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1)) {
    throw new Error(`--limit ${values.limit}: must be a whole number from 1.`);
  }
  return { model: values.model ?? getEnv().EMBEDDING_MODEL, isForced: values.force, limit };
}

try {
  const { model, isForced, limit } = readOptions();
  const deps = await openDeps({ ...getEnv(), EMBEDDING_MODEL: model });
  try {
    if (deps.embedder === null) throw new Error(deps.embedderError ?? "No model is loaded.");
    await loadCatalogue(deps, printProgress);
    const result = await embedCareers(deps, { isForced, limit }, (done, total) =>
      printProgress("Embedding careers", done, total),
    );
    console.log(
      `${result.embedded} careers embedded with ${model}, ${result.upToDate} were up to date, ${result.left} left.`,
    );
  } finally {
    await deps.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
