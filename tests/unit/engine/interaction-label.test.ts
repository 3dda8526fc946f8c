import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INTERACTION_KINDS, toInteractionLabel } from "@/lib/engine/ranking/interaction-label";

describe("what an interaction teaches a ranker", () => {
  test.each([
    ["implement", null, 1],
    ["save", null, 0.8],
    ["share", null, 0.6],
    ["click", null, 0.4],
    ["dismiss", null, 0],
    ["rate", 5, 1],
    ["rate", 4.5, 0.9],
    ["rate", 1, 0.2],
    ["view", null, 0.1],
    ["view", 0, 0.1],
    ["view", 30, 0.25],
    ["view", 60, 0.4],
    ["view", 86_400, 0.4],
  ] as const)("%s of %s is worth %s", (kind, value, label) => {
    expect(toInteractionLabel(kind, value)).toBeCloseTo(label, 12);
  });

  test("every label is from 0 to 1, and a longer view or more stars are never worth less", () => {
    const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });
    const stars = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(seconds, seconds, stars, stars, (a, b, c, d) => {
        for (const kind of INTERACTION_KINDS) {
          const label = toInteractionLabel(kind, kind === "rate" ? c : a);
          expect(label).toBeGreaterThanOrEqual(0);
          expect(label).toBeLessThanOrEqual(1);
        }
        expect(toInteractionLabel("view", Math.max(a, b))).toBeGreaterThanOrEqual(
          toInteractionLabel("view", Math.min(a, b)),
        );
        expect(toInteractionLabel("rate", Math.max(c, d))).toBeGreaterThanOrEqual(
          toInteractionLabel("rate", Math.min(c, d)),
        );
      }),
    );
  });

  test.each([
    ["view", -1],
    ["view", Number.NaN],
    ["rate", null],
    ["rate", 0],
    ["rate", 6],
    ["rate", Number.NaN],
  ] as const)("%s of %s is refused", (kind, value) => {
    expect(() => toInteractionLabel(kind, value)).toThrow();
  });
});
