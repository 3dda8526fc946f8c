/**
 * What a person may weigh besides fit: six objectives, each a score in [0, 1] for every career, 0.5 where the facts are unknown.
 *
 *   salary     percentile of the median wage among careers
 *   growth     percentile of the projected ten-year growth
 *   schooling  1 when the career asks no more than the person's limit, 0.35 less for each level above; without a limit 1 - level / 5
 *   ai         1 - percentile of exposure to language models
 *   balance    1 - percentile of the demand for stress tolerance
 *   values     mean percentile of the work values that the person chose
 *
 * Combination is the weighted sum of multi-attribute utility theory (Keeney & Raiffa 1976), with the fit at weight 1:
 *   score = (fit + sum_k w_k o_k) / (1 + sum_k w_k),  w_k in [0, 1], so that weight 1 counts as much as the whole fit.
 */
import { percentileRanks } from "../math/statistics";
import { type QuizProfile, type SchoolingLimit, WORK_VALUES, type WorkValue } from "../profile/questions";

export const OBJECTIVES = ["salary", "growth", "schooling", "ai", "balance", "values"] as const;
export type Objective = (typeof OBJECTIVES)[number];
export type ObjectiveWeights = Readonly<Record<Objective, number>>;

export const NEUTRAL_WEIGHTS: ObjectiveWeights = { salary: 0, growth: 0, schooling: 0, ai: 0, balance: 0, values: 0 };

/** The facts that objectives and reasons are made from; null where the source has none. */
export type CareerObjectiveFacts = {
  medianWageYear: number | null;
  /** True when the median is above the survey's ceiling, so that no number exists but the career ranks on top. */
  isWageTopCoded: boolean;
  growthPercent: number | null;
  /** 0 high school or less, 1 certificate, 2 associate, 3 bachelor, 4 master, 5 doctorate */
  schoolingLevel: number;
  aiPercentile: number | null;
  stressPercentile: number | null;
  values: Readonly<Record<WorkValue, number>> | null;
};

export const SCHOOLING_LEVEL_MAX = 5;
const SCHOOLING_STEP = 0.35;
const UNKNOWN = 0.5;

/** Objective scores that do not depend on the person, (n,) each, in [0, 1]; work values as one column each. */
export type ObjectiveTable = {
  salary: Float64Array;
  growth: Float64Array;
  ai: Float64Array;
  balance: Float64Array;
  schoolingLevel: Uint8Array;
  values: Readonly<Record<WorkValue, Float64Array>>;
};

export function toObjectiveTable(facts: readonly CareerObjectiveFacts[]): ObjectiveTable {
  const column = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (v) => v ?? UNKNOWN);
  const wages = facts.map((f) => (f.isWageTopCoded ? Number.MAX_VALUE : f.medianWageYear));
  const invert = (percentile: number | null): number | null => (percentile === null ? null : 1 - percentile / 100);
  return {
    salary: column(percentileRanks(wages)),
    growth: column(percentileRanks(facts.map((f) => f.growthPercent))),
    ai: column(facts.map((f) => invert(f.aiPercentile))),
    balance: column(facts.map((f) => invert(f.stressPercentile))),
    schoolingLevel: Uint8Array.from(facts, (f) => f.schoolingLevel),
    values: Object.fromEntries(
      WORK_VALUES.map((value) => [value, column(percentileRanks(facts.map((f) => f.values?.[value] ?? null)))]),
    ) as Record<WorkValue, Float64Array>,
  };
}

/** The highest schooling level that a limit allows; null sets none. */
export function toSchoolingLevelMax(limit: SchoolingLimit): number | null {
  const level = ["none", "certificate", "associate", "bachelor", "master"].indexOf(limit);
  return level < 0 ? null : level;
}

/**
 * Scores of one objective for one person.
 * @returns (n,) in [0, 1]
 */
export function scoreObjective(objective: Objective, table: ObjectiveTable, profile: QuizProfile): Float64Array {
  if (objective === "schooling") {
    const max = toSchoolingLevelMax(profile.schooling);
    return Float64Array.from(table.schoolingLevel, (level) =>
      max === null ? 1 - level / SCHOOLING_LEVEL_MAX : Math.max(0, 1 - SCHOOLING_STEP * Math.max(0, level - max)),
    );
  }
  if (objective === "values") {
    const columns = profile.values.map((value) => table.values[value]);
    return Float64Array.from(table.salary, (_, i) =>
      columns.length === 0 ? UNKNOWN : columns.reduce((sum, c) => sum + (c[i] as number), 0) / columns.length,
    );
  }
  return table[objective];
}

/**
 * The weights that the last questions of the quiz ask for; all 0 when the person has no preference. Together they stay near half of the
 * fit: they tip the balance between careers that fit, and do not bring in ones that do not.
 */
export function toDefaultWeights(profile: QuizProfile): ObjectiveWeights {
  const lean = { pay: [0.2, 0], lean_pay: [0.1, 0], equal: [0, 0], lean_balance: [0, 0.1], balance: [0, 0.2] } as const;
  const [salary, balance] = lean[profile.balance];
  return {
    ...NEUTRAL_WEIGHTS,
    salary,
    balance,
    schooling: profile.schooling === "any" ? 0 : 0.25,
    values: profile.values.length === 0 ? 0 : 0.1,
  };
}
