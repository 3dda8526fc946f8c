import { describe, expect, test } from "vitest";
import { createRng } from "@/lib/engine/math/random";
import { PAY_BALANCE_CHOICES, SCHOOLING_LIMITS } from "@/lib/engine/profile/questions";
import {
  type CareerObjectiveFacts,
  NEUTRAL_WEIGHTS,
  OBJECTIVES,
  scoreObjective,
  toDefaultWeights,
  toObjectiveTable,
  toSchoolingLevelMax,
} from "@/lib/engine/scoring/objectives";
import { makeFacts, makeProfile } from "../../factories";

const UNKNOWN: CareerObjectiveFacts = {
  medianWageYear: null,
  isWageTopCoded: false,
  growthPercent: null,
  schoolingLevel: 0,
  aiPercentile: null,
  stressPercentile: null,
  values: null,
};
const tableOf = (facts: readonly Partial<CareerObjectiveFacts>[]) =>
  toObjectiveTable(facts.map((fact) => ({ ...UNKNOWN, ...fact })));

describe("objective scores", () => {
  test("lie in [0, 1] for every objective, person and career", () => {
    const rng = createRng(5);
    const table = toObjectiveTable(Array.from({ length: 80 }, () => makeFacts(rng)));
    for (const schooling of SCHOOLING_LIMITS) {
      for (const objective of OBJECTIVES) {
        const profile = makeProfile({ schooling, values: ["support", "achievement"] });
        const scores = scoreObjective(objective, table, profile);
        expect(scores).toHaveLength(80);
        expect(scores.every((x) => x >= 0 && x <= 1)).toBe(true);
      }
    }
  });

  test("are an even 0.5 where the facts are unknown", () => {
    const table = tableOf([{}, {}]);
    for (const objective of ["salary", "growth", "ai", "balance", "values"] as const) {
      expect([...scoreObjective(objective, table, makeProfile({ values: ["support"] }))]).toEqual([0.5, 0.5]);
    }
  });

  test("a wage above the survey's ceiling ranks above every published one", () => {
    const table = tableOf([{ medianWageYear: 239_000 }, { isWageTopCoded: true }, { medianWageYear: 30_000 }]);
    expect([...scoreObjective("salary", table, makeProfile())]).toEqual([0.5, 1, 0]);
  });

  test("exposure to AI and stress count against a career", () => {
    const table = tableOf([{ aiPercentile: 90, stressPercentile: 10 }]);
    expect(scoreObjective("ai", table, makeProfile())[0]).toBeCloseTo(0.1, 12);
    expect(scoreObjective("balance", table, makeProfile())[0]).toBeCloseTo(0.9, 12);
  });

  test("schooling costs nothing up to the limit, then 0.35 a level, and never less than 0", () => {
    const table = tableOf([0, 1, 2, 3, 4, 5].map((schoolingLevel) => ({ schoolingLevel })));
    const scores = [...scoreObjective("schooling", table, makeProfile({ schooling: "certificate" }))];
    [1, 1, 0.65, 0.3, 0, 0].forEach((x, i) => {
      expect(scores[i]).toBeCloseTo(x, 12);
    });
  });

  test("without a limit less schooling is better, evenly", () => {
    const table = tableOf([{ schoolingLevel: 0 }, { schoolingLevel: 5 }]);
    expect([...scoreObjective("schooling", table, makeProfile({ schooling: "any" }))]).toEqual([1, 0]);
  });

  test("work values are the mean percentile of the chosen ones, and even when none is chosen", () => {
    const value = (support: number, achievement: number) => ({
      values: { achievement, support, independence: 4, recognition: 4, relationships: 4, workingConditions: 4 },
    });
    const table = tableOf([value(1, 7), value(7, 1), value(7, 7)]);
    const score = (values: ("support" | "achievement")[]) => [
      ...scoreObjective("values", table, makeProfile({ values })),
    ];
    expect(score(["support"])).toEqual([0, 0.75, 0.75]);
    expect(score(["support", "achievement"])).toEqual([0.375, 0.375, 0.75]);
    expect(score([])).toEqual([0.5, 0.5, 0.5]);
  });
});

describe("the weights that the quiz asks for", () => {
  test("are all 0 for a person without a preference", () => {
    expect(toDefaultWeights(makeProfile())).toEqual(NEUTRAL_WEIGHTS);
  });

  test("grow toward pay or balance as the person leans, never toward both", () => {
    const weights = PAY_BALANCE_CHOICES.map((balance) => toDefaultWeights(makeProfile({ balance })));
    expect(weights.map((w) => w.salary)).toEqual([0.2, 0.1, 0, 0, 0]);
    expect(weights.map((w) => w.balance)).toEqual([0, 0, 0, 0.1, 0.2]);
  });

  test("count schooling only when there is a limit, and values only when some are chosen", () => {
    expect(toDefaultWeights(makeProfile({ schooling: "none" })).schooling).toBeGreaterThan(0);
    expect(toDefaultWeights(makeProfile({ values: ["support"] })).values).toBeGreaterThan(0);
  });

  test("have limits in the order of the levels, and none for any", () => {
    expect(SCHOOLING_LIMITS.map(toSchoolingLevelMax)).toEqual([0, 1, 2, 3, 4, null]);
  });
});
