import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import type { CareerEmbedding } from "@/lib/db/admin-careers";
import { AppError } from "@/lib/errors";
import type { Deps } from "../deps";
import { embedCareer } from "../embed-careers";

/**
 * The embedding that a career is stored with; null without a model, which embeds it when it is there.
 * @throws AppError INVALID_INPUT on a text of which the model knows no word: nobody could ever find it
 */
export async function embedForCatalogue(
  { embedder }: Pick<Deps, "embedder">,
  record: CatalogueCareer,
): Promise<CareerEmbedding | null> {
  if (embedder === null) return null;
  const embedding = await embedCareer(embedder, record);
  if (embedding !== null) return embedding;
  const message = "has no word that the search understands; describe the work in English";
  throw new AppError("INVALID_INPUT", {
    publicMessage: `summary: ${message}`,
    fields: [{ field: "summary", message }],
  });
}
