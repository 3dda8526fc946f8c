/**
 * A table of features: their names, in order, and what each means. Training and serving use the same table; a model that was trained on another
 * one serves nothing.
 */
import { EngineError } from "../engine-error";
import type { LinearColumns } from "../models/linear-layer";

/** What a learned reason of a career is about. */
export type LearnedTopic =
  | "pay"
  | "growth"
  | "calm"
  | "ai"
  | "schooling"
  | "openings"
  | "field"
  | "interests"
  | "values"
  | "abilities"
  | "history"
  | "popularity";

export type FeatureGroup = "match" | "answers" | "career" | "history" | "popularity";
export type Feature<Group extends string = FeatureGroup, Topic extends string = LearnedTopic> = {
  name: string;
  group: Group;
  /** What a reason made from it is about; null when it is about nothing that has a plain name. */
  topic: Topic | null;
  meaning: string;
  isCategorical?: true;
  /** Says who somebody is, or what an item is: products of the two are learned from (models/linear-layer.ts). */
  side?: "person" | "item";
  /** The same for all items of a list, besides those that say who somebody is. */
  isSameForAll?: true;
};
export type FeatureTable<Group extends string = FeatureGroup, Topic extends string = LearnedTopic> = {
  /** Counts up with every change of a name, an order or a meaning. */
  version: string;
  features: readonly Feature<Group, Topic>[];
};
export type AnyFeatureTable = FeatureTable<string, string>;

/** Names of what is known only after a list was shown. */
const LEAKS = /label$|position|rank$|clicked|saved|dismissed|implemented|outcome|reward|propensity|shown_at|target/;

/**
 * @throws EngineError on a name that comes twice, that LightGBM's text format cannot hold, or that says what came of showing an item
 */
export function checkFeatureTable({ features, version }: AnyFeatureTable): void {
  const names = features.map(({ name }) => name);
  names.forEach((name, at) => {
    if (!/^[a-z0-9_]+$/.test(name))
      throw new EngineError(`${version}: "${name}" must be of small letters, digits and _`);
    if (names.indexOf(name) !== at) throw new EngineError(`${version}: "${name}" comes twice`);
    if (LEAKS.test(name)) throw new EngineError(`${version}: "${name}" is known only after an item was shown`);
  });
}

/**
 * @returns where a linear layer finds what it learns from; null when the table does not say who people and what items are, and trees learn alone
 * @throws EngineError on two categorical features
 */
export function toLinearColumns({ features, version }: AnyFeatureTable): LinearColumns | null {
  const having = (is: (one: Feature<string, string>) => boolean): number[] =>
    features.flatMap((one, at) => (is(one) ? [at] : []));
  const categories = having(({ isCategorical }) => isCategorical === true);
  if (categories.length > 1) throw new EngineError(`${version} has ${categories.length} categorical features`);
  const person = having(({ side }) => side === "person");
  if (person.length === 0) return null;
  return {
    ...{ count: features.length, category: categories[0] ?? null, person },
    sameForAll: having((one) => one.isSameForAll === true),
    item: having(({ side, isCategorical }) => side === "item" && isCategorical !== true),
  };
}
