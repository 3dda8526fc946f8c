/** Made-up but repeatable data for tests: the same seed makes the same world. */
import { createRng, type Rng } from "@/lib/engine/math/random";
import type { Matrix } from "@/lib/engine/math/vectors";
import type { TreeModel } from "@/lib/engine/models/tree-model";
import { DIMENSION_COUNT } from "@/lib/engine/profile/dimensions";
import { QUESTIONS, type QuizProfile, WORK_VALUES, type WorkValue } from "@/lib/engine/profile/questions";
import type { CareerItem } from "@/lib/engine/scoring/career-index";
import type { Person } from "@/lib/engine/scoring/hybrid";
import type { JobFacts, SeekerFacts } from "@/lib/engine/scoring/job-score";
import { type CareerObjectiveFacts, NEUTRAL_WEIGHTS, type ObjectiveWeights } from "@/lib/engine/scoring/objectives";

export type CatalogueOptions = {
  count?: number;
  clusterCount?: number;
  /** Width of the embeddings; 0 makes a catalogue without them. */
  width?: number;
  seed?: number;
};

const round1 = (value: number): number => Math.round(value * 10) / 10;

export function makeUnitVector(rng: Rng, width: number): Float64Array {
  const raw = Float64Array.from({ length: width }, () => rng.normal());
  const length = Math.hypot(...raw);
  return raw.map((x) => x / length);
}

export function makeFacts(rng: Rng): CareerObjectiveFacts {
  const unlessMissing = <T>(value: T): T | null => (rng.uniform() < 0.1 ? null : value);
  const isWageTopCoded = rng.uniform() < 0.05;
  const values = Object.fromEntries(WORK_VALUES.map((name) => [name, 1 + 6 * rng.uniform()])) as Record<
    WorkValue,
    number
  >;
  return {
    medianWageYear: isWageTopCoded ? null : unlessMissing(Math.round(30_000 + 150_000 * rng.uniform())),
    isWageTopCoded,
    growthPercent: unlessMissing(round1(-10 + 30 * rng.uniform())),
    schoolingLevel: rng.integer(6),
    aiPercentile: unlessMissing(100 * rng.uniform()),
    stressPercentile: unlessMissing(100 * rng.uniform()),
    values: unlessMissing(values),
  };
}

/** Careers with independent ratings, embeddings that lean on them a little, clusters and facts, some of them missing. */
export function makeCareerItems(options: CatalogueOptions = {}): CareerItem[] {
  const { count = 60, clusterCount = 8, width = 24, seed = 1 } = options;
  const rng = createRng(seed);
  return Array.from({ length: count }, (): CareerItem => {
    const abilityVector = Array.from({ length: DIMENSION_COUNT }, () => round1(10 * rng.uniform()));
    return {
      abilityVector,
      embedding: width === 0 ? null : makeUnitVector(rng, width),
      cluster: rng.integer(clusterCount),
      facts: makeFacts(rng),
    };
  });
}

export function makeRatings(rng: Rng): number[] {
  return Array.from({ length: DIMENSION_COUNT }, () => rng.integer(11));
}

export function makeFlatRatings(value = 5): number[] {
  return Array<number>(DIMENSION_COUNT).fill(value);
}

export function makeProfile(overrides: Partial<QuizProfile> = {}): QuizProfile {
  return { ratings: makeFlatRatings(), values: [], schooling: "any", balance: "equal", freeText: "", ...overrides };
}

/** Somebody who only rates, unless a text is given as its embedding. */
export function makePerson(
  ratings: readonly number[],
  overrides: Partial<Omit<Person, "profile">> & { profile?: Partial<QuizProfile> } = {},
): Person {
  const { profile, ...text } = overrides;
  return { textEmbedding: null, textWordCount: 0, ...text, profile: makeProfile({ ...profile, ratings }) };
}

export function makeWeights(overrides: Partial<ObjectiveWeights> = {}): ObjectiveWeights {
  return { ...NEUTRAL_WEIGHTS, ...overrides };
}

export type AnyAnswer = { questionId: string; value: unknown };

/** A complete quiz; `values` replaces single answers by the id of their question. */
export function makeAnswers(values: Readonly<Record<string, unknown>> = {}): AnyAnswer[] {
  const usual = { rating: 5, multi: [], choice: "", text: "" } as const;
  return QUESTIONS.map(({ id, kind }) => {
    const fallback = id === "schooling" ? "any" : id === "balance" ? "equal" : usual[kind];
    return { questionId: id, value: id in values ? values[id] : fallback };
  });
}

/** The value at a position that the test knows to be there. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new Error(`nothing at ${index} of ${values.length}`);
  return value;
}

/** A job that fits `makeSeekerFacts()` in everything, posted just now. */
export function makeJobFacts(facts: Partial<JobFacts> = {}): JobFacts {
  return { skills: ["sql"], seniority: 2, ageHours: 0, isRemote: false, location: "Austin, TX", ...facts };
}

export function makeSeekerFacts(facts: Partial<SeekerFacts> = {}): SeekerFacts {
  return { skills: new Set(["sql"]), seniority: 2, locations: ["Austin"], ...facts };
}

export type TreeOptions = { leaves: number; features: number; countMax?: number };

/** Random trees that grow at random leaves: numeric splits near the middle of normal values, NaN to either side. */
export function makeTreeModel(rng: Rng, trees: number, { leaves, features, countMax = 1000 }: TreeOptions): TreeModel {
  const nodes = leaves - 1;
  const starts = (each: number): Int32Array => Int32Array.from({ length: trees + 1 }, (_, tree) => tree * each);
  const leftChild = new Int32Array(trees * nodes);
  const rightChild = new Int32Array(trees * nodes);
  for (let tree = 0; tree < trees; tree++) {
    const first = tree * nodes;
    for (let node = 0; node < nodes; node++) {
      const leaf = rng.integer(node + 1);
      for (const children of [leftChild, rightChild])
        for (let above = 0; above < node; above++)
          if (children[first + above] === ~leaf) children[first + above] = node;
      leftChild[first + node] = ~leaf;
      rightChild[first + node] = ~(node + 1);
    }
  }
  const fill = (make: () => number, count: number): Float64Array => Float64Array.from({ length: count }, make);
  return {
    objective: "lambdarank",
    featureNames: Array.from({ length: features }, (_, i) => `f${i}`),
    featureInfos: Array.from({ length: features }, () => "[-5:5]"),
    parameters: ["boosting: gbdt"],
    nodeStart: starts(nodes),
    splitFeature: Int32Array.from({ length: trees * nodes }, () => rng.integer(features)),
    splitGain: new Float64Array(trees * nodes).fill(1),
    threshold: fill(() => 0.7 * rng.normal(), trees * nodes),
    decisionType: Uint8Array.from({ length: trees * nodes }, () => 8 + 2 * rng.integer(2)),
    leftChild,
    rightChild,
    internalValue: new Float64Array(trees * nodes),
    internalWeight: new Float64Array(trees * nodes),
    internalCount: new Int32Array(trees * nodes),
    leafStart: starts(leaves),
    leafValue: fill(() => rng.normal(), trees * leaves),
    leafWeight: new Float64Array(trees * leaves).fill(1),
    // The first leaf of each tree always has rows, so that a tree never has none.
    leafCount: Int32Array.from(
      { length: trees * leaves },
      (_, i) => (i % leaves === 0 ? 1 : 0) + rng.integer(countMax),
    ),
    catStart: new Int32Array(trees + 1),
    catBoundaries: new Int32Array(1),
    catWords: new Uint32Array(0),
    shrinkage: new Float64Array(trees).fill(0.1),
  };
}

export function toMatrix(rows: readonly (readonly number[])[]): Matrix {
  return { data: Float64Array.from(rows.flat()), rows: rows.length, cols: rows[0]?.length ?? 0 };
}
