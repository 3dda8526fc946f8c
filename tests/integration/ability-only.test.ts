import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { embedCareers } from "@/lib/use-cases/embed-careers";
import { getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const CODE = "15-1252.00";

// A model that is not there, and none at all: both must serve.
describe.each(ENGINES)("without an embedding model (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine, { model: "none" });
  });
  afterAll(() => deps.close());

  test("the reason is kept for whoever asks", () => {
    expect(deps.embedder).toBeNull();
    expect(deps.embedderError).toContain("EMBEDDING_MODEL");
  });

  test("recommendations match by ability alone and say so", async () => {
    for (const alpha of [0, 0.7, 1]) {
      const reply = await getReply("recommend", { body: { answers: exampleAnswers(), alpha, weights: {} } });
      expect(reply.mode).toBe("ability_only");
      expect(reply.recommendations).toHaveLength(5);
      for (const row of reply.recommendations) {
        expect(row.embedding_similarity).toBeNull();
        expect(row.parts.embedding).toBe(0);
        expect(row.parts.ability).toBe(row.score);
        expect(row.score).toBeGreaterThan(0);
      }
      const {
        createdAt: _,
        previousSessionId: __,
        ...stored
      } = await getReply("getResults", {
        params: { sessionId: reply.sessionId },
      });
      expect(stored).toMatchObject({ mode: "ability_only", recommendations: reply.recommendations });
    }
  });

  test("a text that no model can read is not called unreadable", async () => {
    const reply = await getReply("submitQuiz", { body: { answers: exampleAnswers({ freeText: "qwzxv" }) } });
    expect(reply.warnings.map((warning) => warning.code)).not.toContain("text_not_understood");
  });

  test("search falls back to words, taken literally", async () => {
    const search = (q: string) => getReply("searchCareers", { query: { q } });
    const nurses = await search("Registered NURSES");
    expect(nurses.mode).toBe("text");
    expect(nurses.items.map((item) => item.title)).toContain("Registered Nurses");
    expect(nurses.items[0]?.score).toBe(100);
    for (const q of ["%", "_", "%%", "__", "\\", "*", "🙂"]) expect((await search(q)).items).toEqual([]);
    expect((await search("nur%e")).items.every((item) => (item.score ?? 0) <= 100)).toBe(true);
    expect((await search("zzzyyyxxx")).items).toEqual([]);
  });

  test("similar careers are near in ability, never the career itself", async () => {
    const { mode, items } = await getReply("listSimilarCareers", { params: { code: CODE }, query: { limit: 10 } });
    expect(mode).toBe("text");
    expect(items).toHaveLength(10);
    expect(items.map((item) => item.code)).not.toContain(CODE);
    const scores = items.map((item) => item.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test("embedding says why it cannot", async () => {
    await expect(embedCareers(deps, { isForced: false, limit: null }, () => {})).rejects.toMatchObject({
      code: "NOT_READY",
      publicMessage: deps.embedderError,
    });
  });
});
