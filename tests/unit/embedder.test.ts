import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadEmbedder } from "@/lib/adapters/embedder";

const CACHE = path.join(os.tmpdir(), "waymark-test-models");

describe("loadEmbedder", () => {
  it("refuses a model whose vectors are not 384 wide, and says how wide they are", async () => {
    const load = loadEmbedder("narrow-8", CACHE, path.join(process.cwd(), "tests", "fixtures", "models"));
    await expect(load).rejects.toThrow(/narrow-8 makes vectors of 8 numbers, but the database holds 384/);
  });

  it("makes unit vectors, and the zero vector of a text without a token", async () => {
    const embedder = await loadEmbedder("waymark-embed-1", CACHE);
    const [text, empty] = await embedder.embed(["I like fixing engines", ""]);
    expect(Math.hypot(...(text ?? []))).toBeCloseTo(1, 5);
    expect(text).toHaveLength(384);
    expect(empty?.every((value) => value === 0)).toBe(true);
  });

  it("gives a text the same vector alone and in a batch", async () => {
    const embedder = await loadEmbedder("waymark-embed-1", CACHE);
    const texts = ["nurse", "I spend weekends restoring old motorcycles", "teach kids"];
    const together = await embedder.embed(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await embedder.embed([text]);
      expect(Array.from(alone ?? [])).toEqual(Array.from(together[i] ?? []).map((x) => expect.closeTo(x, 5)));
    }
  });

  it("counts words that it knows, not emoji, foreign scripts or keyboard mashing", async () => {
    const embedder = await loadEmbedder("waymark-embed-1", CACHE);
    expect(embedder.countKnownWords("fixing old engines")).toBe(3);
    expect(embedder.countKnownWords("😀😀 שלום עולם asdfghjkl")).toBe(0);
  });
});
