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
  const { dims } = await extract(["career"], { pooling: "mean", normalize: true });
  const width = dims.at(-1) ?? 0;
  if (width !== EMBEDDING_WIDTH) {
    throw new Error(
      `The embedding model ${model} makes vectors of ${width} numbers, but the database holds ${EMBEDDING_WIDTH}. Choose a model with ${EMBEDDING_WIDTH} outputs.`,
    );
  }
  // The pipeline's own pooling and slicing of tensors take three times as long as tokenizing and the model together.
  const run = async (texts: string[]): Promise<Float32Array[]> => {
    const inputs = await extract.tokenizer(texts, { padding: true, truncation: true });
    const { last_hidden_state: output } = await extract.model(inputs);
    return poolMeans(output.data, inputs.attention_mask.data, texts.length);
  };

  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    // Texts of like length together: a batch is padded to its longest.
    const order = texts.map((_, i) => i).sort((a, b) => (texts[a] ?? "").length - (texts[b] ?? "").length || a - b);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const made = await run(batch.map((i) => texts[i] ?? ""));
      batch.forEach((i, at) => {
        vectors[i] = made[at] ?? new Float32Array(EMBEDDING_WIDTH);
      });
    }
    return vectors;
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

/**
 * The mean of each text's tokens, as a unit vector.
 * @param states  (texts, tokens, 384)
 * @param mask    (texts, tokens): 1 of a token, 0 of padding
 * @returns       one vector a text; the zero vector of a text without tokens
 */
function poolMeans(states: Float32Array, mask: ArrayLike<bigint | number>, textCount: number): Float32Array[] {
  const tokenCount = mask.length / textCount;
  return Array.from({ length: textCount }, (_, text) => {
    const sums = new Float64Array(EMBEDDING_WIDTH);
    for (let token = text * tokenCount; token < (text + 1) * tokenCount; token++) {
      if (Number(mask[token]) === 0) continue;
      for (let k = 0, at = token * EMBEDDING_WIDTH; k < EMBEDDING_WIDTH; k++, at++) {
        sums[k] = (sums[k] as number) + (states[at] as number);
      }
    }
    let squares = 0;
    for (let k = 0; k < EMBEDDING_WIDTH; k++) squares += (sums[k] as number) * (sums[k] as number);
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    const mean = new Float32Array(EMBEDDING_WIDTH);
    for (let k = 0; k < EMBEDDING_WIDTH; k++) mean[k] = (sums[k] as number) * scale;
    return mean;
  });
}
