import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { CareerListQuerySchema, CareerSearchQuerySchema } from "@/lib/contracts/careers";
import { CareerCodeSchema } from "@/lib/contracts/catalogue";
import { RecommendRequestSchema, SaveCareerRequestSchema, ViewCareerRequestSchema } from "@/lib/contracts/results";
import { OBJECTIVES } from "@/lib/engine/scoring/objectives";

const SESSION = "3f1c9a52-8f0e-4a67-9d2b-0b6f6a1d7c11";
const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
const recommend = (overrides: Record<string, unknown>) =>
  accepts(RecommendRequestSchema, { sessionId: SESSION, ...overrides });

describe("a recommend request", () => {
  test("asks for five diverse careers unless it says otherwise", () => {
    const parsed = RecommendRequestSchema.parse({ sessionId: SESSION });
    expect(parsed).toEqual({ sessionId: SESSION, top_n: 5, diversity: true, history: true, details: false });
  });

  test.each([
    ["alpha", [0, 0.5, 1], [-0.01, 1.01, "0.5", null, Number.NaN]],
    ["top_n", [1, 5, 50], [0, 51, 2.5, "5", null, -1]],
    ["diversity", [true, false], ["true", 1, null]],
    ["weights", [{}, { salary: 0 }, { salary: 1 }], [{ salary: 1.1 }, { salary: -0.1 }, { fame: 1 }, [], null]],
  ])("takes %s within its bounds and nothing outside", (name, good, bad) => {
    for (const value of good) expect(recommend({ [name]: value }), JSON.stringify(value)).toBe(true);
    for (const value of bad) expect(recommend({ [name]: value }), JSON.stringify(value)).toBe(false);
  });

  test("takes a weight from 0 to 1 for every objective of the engine", () => {
    for (const objective of OBJECTIVES) {
      expect(recommend({ weights: { [objective]: 1 } })).toBe(true);
      expect(recommend({ weights: { [objective]: 1.001 } })).toBe(false);
    }
  });

  test("names a session or answers, never both and never neither", () => {
    expect(accepts(RecommendRequestSchema, {})).toBe(false);
    expect(accepts(RecommendRequestSchema, { answers: [] })).toBe(true);
    expect(accepts(RecommendRequestSchema, { sessionId: SESSION, answers: [] })).toBe(false);
    expect(accepts(RecommendRequestSchema, { sessionId: "not-a-uuid" })).toBe(false);
  });

  test("refuses a misspelt field instead of ignoring it", () => {
    expect(recommend({ topN: 3 })).toBe(false);
  });
});

describe("other requests", () => {
  test("a career code looks like 15-1252.00", () => {
    expect(accepts(CareerCodeSchema, "15-1252.00")).toBe(true);
    for (const bad of ["15-1252", "15-1252.00 ", "15-1252.000", "a", "", "15-1252.00\n"]) {
      expect(accepts(CareerCodeSchema, bad), JSON.stringify(bad)).toBe(false);
    }
  });

  test("saving means saved unless it says false", () => {
    const request = { sessionId: SESSION, careerCode: "15-1252.00" };
    expect(SaveCareerRequestSchema.parse(request).saved).toBe(true);
    expect(SaveCareerRequestSchema.parse({ ...request, saved: false }).saved).toBe(false);
  });

  test("a view lasts from nothing to a day", () => {
    const request = { sessionId: SESSION, careerCode: "15-1252.00" };
    for (const durationSeconds of [0, 86_400])
      expect(accepts(ViewCareerRequestSchema, { ...request, durationSeconds })).toBe(true);
    for (const durationSeconds of [-1, 86_401, "5"])
      expect(accepts(ViewCareerRequestSchema, { ...request, durationSeconds })).toBe(false);
  });

  test("a search needs words, at most 500 characters of them", () => {
    expect(CareerSearchQuerySchema.parse({ q: "  nurse " })).toMatchObject({ q: "nurse", limit: 20 });
    for (const q of ["", "   ", "x".repeat(501), undefined])
      expect(accepts(CareerSearchQuerySchema, { q })).toBe(false);
  });

  test("a page has 1 to 50 careers, read from the query string", () => {
    expect(CareerListQuerySchema.parse({ limit: "50" }).limit).toBe(50);
    for (const limit of ["0", "51", "1.5", "many", "-1"]) expect(accepts(CareerListQuerySchema, { limit })).toBe(false);
  });
});
