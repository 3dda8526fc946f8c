import { describe, expect, test } from "vitest";
import type { JobFeatureFacts } from "@/lib/engine/features/job-feature-facts";
import {
  JOB_FEATURES,
  type JobFeatureInput,
  type JobFeatureRow,
  toJobFeatures,
} from "@/lib/engine/features/job-features";
import type { JobHistoryItem } from "@/lib/engine/features/job-history";
import { toJobPopularity } from "@/lib/engine/features/job-popularity";
import { listDiversity } from "@/lib/engine/ranking/diversity";
import { toJobLabel } from "@/lib/engine/ranking/interaction-label";
import { rerankByLikeness } from "@/lib/engine/ranking/rerank-by-mmr";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { at } from "../../factories";

const careerFacts = {
  ...{ medianWageYear: 60_000, isWageTopCoded: false, growthPercent: 5, schoolingLevel: 3, aiPercentile: 40 },
  ...{ stressPercentile: 50, values: {} as never },
};
/** Two careers at 60 degrees in meaning. */
const index = buildCareerIndex(
  [
    [1, 0],
    [0.5, Math.sqrt(0.75)],
  ].map((embedding, i) => ({
    ...{ abilityVector: Array.from({ length: 15 }, (_, d) => (d + i) % 10), embedding, cluster: i },
    facts: { ...careerFacts, schoolingLevel: 2 + i },
  })),
);

const job: JobFeatureFacts = {
  ...{ id: "j", companyId: "c", career: 0, careerConfidence: 0.8, cluster: 0, title: "Senior kite  maker" },
  facts: { skills: ["sql", "kites", "rope"], seniority: 3, ageHours: 10, isRemote: true, location: "Athens, GA" },
  ...{ areSkillsTypical: false, isSeniorityTypical: false, isPostedHere: true, isDemo: false, hoursLeft: null },
  ...{ stated: { min: 80_000, max: 120_000 }, typical: { min: 40_000, max: 60_000 } },
};
const row: JobFeatureRow = {
  ...{ job, score: 52.5, similarity: 0.25 },
  parts: { embedding: 13.75, skills: 13.33, seniority: 5, recency: 8.7, location: 5 },
};
const swiped = (changes: Partial<JobHistoryItem>): JobHistoryItem => ({
  ...{ isLiked: true, career: 1, cluster: 1, companyId: "c", seniority: 3, isRemote: true, logPay: Math.log(50_000) },
  ...changes,
});
const input: JobFeatureInput = {
  index,
  seeker: {
    facts: { skills: new Set(["sql", "rope", "welding", "glue"]), seniority: 2, locations: ["Boise, ID"] },
    ...{ floor: 50_000, isRemoteOnly: false, ruleCount: 2, mode: "profile" },
  },
  history: [
    swiped({}),
    swiped({ career: 0, cluster: 0, companyId: "d", seniority: null, isRemote: false }),
    swiped({ isLiked: false, career: -1, cluster: -1, logPay: Number.NaN }),
  ],
  popularity: toJobPopularity(
    [
      { id: "j", companyId: "c", cluster: 0, career: 0, shown: 20, likes: 10, passes: 5, opens: 2 },
      { id: "k", companyId: "d", cluster: 0, career: 1, shown: 20, likes: 0, passes: 20, opens: 0 },
    ],
    new Map([["c", 3]]),
  ),
};

const valuesOf = (one: JobFeatureRow, of: JobFeatureInput = input): Record<string, number> => {
  const { data, cols } = toJobFeatures(of, [one]);
  expect(data).toHaveLength(cols);
  return Object.fromEntries(JOB_FEATURES.features.map(({ name }, i) => [name, data[i] as number]));
};

describe("what a ranker may know of a person and a job", () => {
  test("is a table of more than fifty numbers, each with its meaning", () => {
    expect(JOB_FEATURES.features.length).toBeGreaterThanOrEqual(50);
    expect(new Set(JOB_FEATURES.features.map(({ meaning }) => meaning)).size).toBe(JOB_FEATURES.features.length);
    expect(new Set(JOB_FEATURES.features.map(({ group }) => group)).size).toBe(6);
  });

  test("is worked out by hand", () => {
    const expected: Record<string, number> = {
      ...{ score: 52.5, part_embedding: 13.75, part_location: 5, cosine: 0.25 },
      ...{ skills_met: 2, skills_missing: 1, skills_met_share: 2 / 3, skills_used_share: 0.5 },
      ...{ seniority_gap: 1, seniority_distance: 1, pay_over_floor: Math.log(2), is_place_preferred: 0 },
      ...{ person_seniority: 2, person_floor: Math.log(50_000), person_rules: 2, mode_cold: 0, mode_learned: 0 },
      ...{ pay_min: Math.log(80_000), pay_max: Math.log(120_000), pay: Math.log(100_000), is_pay_stated: 1 },
      ...{ pay_width: Math.log(1.5), pay_over_typical: Math.log(2), is_remote: 1, places: 1 },
      ...{ age_hours: Math.log(11), hours_left: Number.NaN, career_confidence: 0.8, cluster: 0, career_schooling: 2 },
      ...{ title_words: 3, skills_asked: 3, is_posted_here: 1, is_demo: 0, company_jobs: Math.log(4) },
      ...{ likes: 2, passes: 1, like_share: 4 / 7, liked_cluster: 0.5, passed_cluster: 0, liked_career: 0.5 },
      ...{ liked_company: 0.5, passed_company: 1, liked_seniority: 0.5, liked_remote: 0.5, passed_remote: 1 },
      ...{ pay_over_liked: Math.log(2), pay_over_passed: Number.NaN, liked_similarity: 1, liked_similarity_mean: 0.75 },
      ...{ passed_similarity: Number.NaN, shown: Math.log(21) },
      // Of 40 showings a quarter was liked: 20 such showings more.
      ...{ like_rate: (10 + 5) / 40, pass_rate: (5 + 12.5) / 40, open_rate: (2 + 1) / 40, cluster_like_rate: 0.25 },
      ...{ career_like_rate: (10 + 5) / 40, company_like_rate: (10 + 5) / 40 },
    };
    const values = valuesOf(row);
    for (const [name, value] of Object.entries(expected)) {
      if (Number.isNaN(value)) expect(values[name], name).toBeNaN();
      else expect(values[name], name).toBeCloseTo(value, 5);
    }
    // What is kept with the impression is of single precision.
    for (const [name, value] of Object.entries(values)) expect(Math.fround(value), name).toBe(value);
  });

  test("is not known where nothing was said, and never made up", () => {
    const silent: JobFeatureFacts = {
      ...{ ...job, career: -1, careerConfidence: null, cluster: -1 },
      facts: { skills: [], seniority: null, ageHours: -5, isRemote: false, location: "" },
      ...{ stated: { min: null, max: null }, typical: { min: null, max: null } },
    };
    const stranger: JobFeatureInput = {
      ...input,
      seeker: {
        facts: { skills: new Set(), seniority: null, locations: [] },
        ...{ floor: null, isRemoteOnly: false, ruleCount: 0, mode: "cold" },
      },
      history: [],
      popularity: toJobPopularity([], new Map()),
    };
    const values = valuesOf({ ...row, job: silent, similarity: null }, stranger);
    const unknown = Object.keys(values).filter((name) => Number.isNaN(values[name]));
    expect(unknown).toEqual(
      expect.arrayContaining(["cosine", "skills_met_share", "seniority_gap", "pay", "cluster", "liked_similarity"]),
    );
    expect(values).toMatchObject({ mode_cold: 1, likes: 0, like_share: 0.5, age_hours: 0, like_rate: 0, shown: 0 });
  });

  test("does not depend on the jobs that it is asked for along with", () => {
    const other = { ...row, job: { ...job, id: "k", companyId: "d", career: 1, cluster: 1 }, score: 10 };
    const both = toJobFeatures(input, [other, row]);
    expect([...both.data.subarray(both.cols)]).toEqual([...toJobFeatures(input, [row]).data]);
  });
});

describe("what came of showing a job", () => {
  test.each([
    ["LEFT", [["open", null]], 0],
    ["RIGHT", [], 1],
    [null, [], 0],
    [null, [["view", 0]], 0.1],
    [
      null,
      [
        ["view", 30],
        ["open", null],
      ],
      0.4,
    ],
    [
      null,
      [
        ["share", null],
        ["view", 600],
      ],
      0.6,
    ],
  ] as const)("%s after %j counts %f", (swipe, events, label) => {
    expect(toJobLabel(swipe, events)).toBeCloseTo(label);
  });

  test("refuses an action that nothing is known of", () => {
    expect(() => toJobLabel(null, [["bow", null]])).toThrow('"bow"');
  });
});

describe("variety by a likeness from a table", () => {
  const kinds = ["a", "a", "a", "b", "a"];
  const likenessOf = (i: number, j: number) => (at(kinds, i) === at(kinds, j) ? 1 : 0);

  test("brings another kind forward unless the score is all that counts", () => {
    const scores = [10, 9, 8, 7, 0];
    expect(rerankByLikeness(scores, likenessOf, 5, 0.7)).toEqual([0, 3, 1, 2, 4]);
    expect(rerankByLikeness(scores, likenessOf, 5, 1)).toEqual([0, 1, 2, 3, 4]);
    expect(() => rerankByLikeness(scores, () => Number.NaN, 4, 0.7)).toThrow("likeness");
  });

  test("is the mean of what pairs differ by", () => {
    expect(listDiversity(4, likenessOf)).toBe(0.5);
    expect(listDiversity(1, likenessOf)).toBe(0);
    expect(listDiversity(2, () => -1)).toBe(1);
  });
});
