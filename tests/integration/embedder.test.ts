import "./environment";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { loadEmbedder } from "@/lib/adapters/embedder";
import { ENGINES, openTestDeps } from "./each-engine";

const state = vi.hoisted(() => ({ width: null as number | null }));

// The real library, but for a model of any width when a test asks for one.
vi.mock("@xenova/transformers", async (importOriginal) => {
  const real = await importOriginal<typeof import("@xenova/transformers")>();
  const pipeline = (...args: Parameters<typeof real.pipeline>) => {
    const { width } = state;
    if (width === null) return real.pipeline(...args);
    const extract = async (texts: string[]) => ({
      dims: [texts.length, width],
      data: new Float32Array(texts.length * width),
    });
    return Promise.resolve(Object.assign(extract, { tokenizer: { unk_token: "[UNK]", tokenize: () => [] } }));
  };
  return { ...real, pipeline };
});

const cacheDir = path.join(os.tmpdir(), "waymark-tests-no-models");

afterEach(() => {
  state.width = null;
});

test.each([0, 1, 383, 768])("a model with %i outputs is refused with the width that fits", async (width) => {
  state.width = width;
  const refusal = new RegExp(`other-model makes vectors of ${width} numbers.*384`);
  await expect(loadEmbedder("other-model", cacheDir)).rejects.toThrow(refusal);
});

test("a model with 384 outputs is taken", async () => {
  state.width = 384;
  expect((await loadEmbedder("other-model", cacheDir)).model).toBe("other-model");
});

test.each(ENGINES)("a model of another width leaves the server matching by ability (%s database)", async (engine) => {
  state.width = 768;
  const deps = await openTestDeps(engine, { isSeeded: false, model: "other-model" });
  try {
    expect(deps.embedder).toBeNull();
    expect(deps.embedderError).toContain("vectors of 768 numbers");
  } finally {
    await deps.close();
  }
});

test("the bundled model makes unit vectors, alike for like texts, and zero for none", async () => {
  const { embed, countKnownWords } = await loadEmbedder("waymark-embed-1", cacheDir);
  const [cars = [], engines = [], bread = [], none = []] = await embed([
    "repairing cars",
    "fixing engines",
    "baking bread",
    "",
  ]);
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  expect(dot(cars, cars)).toBeCloseTo(1, 5);
  expect(dot(cars, engines)).toBeGreaterThan(dot(cars, bread));
  expect(Array.from(none).every(Number.isFinite)).toBe(true);
  expect(countKnownWords("fixing engines qwzxvqj")).toBe(2);
  expect(await embed([])).toEqual([]);
});
