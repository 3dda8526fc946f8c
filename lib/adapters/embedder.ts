import { existsSync } from "node:fs";
import path from "node:path";

const EMBEDDING_WIDTH = 384;

export type Embedder = {
  /** What is stored beside every vector: vectors of different models are never compared. */
  model: string;
  /** Unit vectors (384,), one a text; the zero vector for a text without a single token. */
  embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Words of a text that the model knows as words, not as loose pieces. */
  countKnownWords: (text: string) => number;
};

/** Pieces that a rare but real word may fall into; keyboard mashing falls into more. */
const PIECES_MAX = 3;
const LETTERS_MIN = 3;
const BATCH = 32;
const MODELS_DIR = path.join(process.cwd(), "public", "models");

/**
 * Loads a transformers.js feature-extraction model: the bundled one from public/models, any other by its hub name.
 * @param cacheDir   where models from the hub are kept
 * @param modelsDir  folder of the models that need no hub
 * @throws Error in plain words when it does not load or its vectors are not 384 wide
 */
export async function loadEmbedder(model: string, cacheDir: string, modelsDir = MODELS_DIR): Promise<Embedder> {
  const { env, pipeline } = await import("@xenova/transformers");
  env.localModelPath = modelsDir;
  env.allowRemoteModels = !existsSync(path.join(modelsDir, model));
  env.cacheDir = cacheDir;
  const extract = await pipeline("feature-extraction", model, { dtype: "q8" }).catch((cause: unknown) => {
    throw new Error(`The embedding model ${model} did not load: ${(cause as Error).message}`, { cause });
  });
  const run = async (texts: string[]): Promise<Float32Array[]> => {
    const output = await extract(texts, { pooling: "mean", normalize: true });
    const width = output.dims.at(-1) ?? 0;
    if (width !== EMBEDDING_WIDTH) {
      throw new Error(
        `The embedding model ${model} makes vectors of ${width} numbers, but the database holds ${EMBEDDING_WIDTH}. Choose a model with ${EMBEDDING_WIDTH} outputs.`,
      );
    }
    const data = output.data as Float32Array;
    return texts.map((_, i) => data.slice(i * width, (i + 1) * width));
  };
  await run(["career"]);

  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += BATCH) {
      vectors.push(...(await run(texts.slice(from, from + BATCH))));
    }
    // A text without tokens averages nothing: the mean comes out as NaN.
    return vectors.map((vector) => (Number.isFinite(vector[0]) ? vector : new Float32Array(EMBEDDING_WIDTH)));
  };
  const unknown = extract.tokenizer.unk_token ?? "[UNK]";
  const countKnownWords = (text: string): number => {
    const pieces = extract.tokenizer.tokenize(text);
    let words = 0;
    for (let start = 0, end = 1; start < pieces.length; start = end++) {
      while (end < pieces.length && pieces[end]?.startsWith("##")) end++;
      const word = pieces.slice(start, end);
      const letters = word.join("").replaceAll("##", "").match(/\p{L}/gu)?.length ?? 0;
      if (word.length <= PIECES_MAX && !word.includes(unknown) && letters >= LETTERS_MIN) words++;
    }
    return words;
  };
  return { model, embed, countKnownWords };
}
