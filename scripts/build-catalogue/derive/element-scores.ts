import type { CatalogueElements } from "@/lib/contracts/catalogue";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { INTEREST_NAMES } from "../sources/onet-interests";
import { DIMENSION_ELEMENTS, type DimensionElement, type ElementKind } from "./dimension-elements";

/** Ratings of one occupation by kind; null where the source has none. */
export type KindRatings = Readonly<Record<ElementKind, readonly number[] | null>>;

/** An occupation's z-scores summed over the elements of one dimension that are known, and how many those are. */
export interface PartialScore {
  readonly sum: number;
  readonly count: number;
}

interface Standard {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and spread of every element over the occupations that have it rated. */
export type ElementStandards = Readonly<Record<ElementKind, readonly Standard[]>>;

/** Finds where each element stands in the arrays of ratings, failing on a name the source does not have. */
export type ElementPositions = (element: DimensionElement) => number;

export function toElementPositions(elements: CatalogueElements): ElementPositions {
  const names: Readonly<Record<ElementKind, readonly string[]>> = { ...elements, interests: INTEREST_NAMES };
  return ({ kind, name }) => {
    const position = names[kind].indexOf(name);
    if (position < 0) throw new Error(`the ratings have no ${kind} element "${name}"`);
    return position;
  };
}

/** @param careers  occupations with whatever ratings they have */
export function toElementStandards(careers: readonly KindRatings[]): ElementStandards {
  const standardsOf = (kind: ElementKind): Standard[] => {
    const rows = careers.map((career) => career[kind]).filter((row) => row !== null);
    return (rows[0] ?? []).map((_, j) => toStandard(rows.map((row) => row[j] ?? Number.NaN)));
  };
  return {
    skills: standardsOf("skills"),
    knowledge: standardsOf("knowledge"),
    abilities: standardsOf("abilities"),
    interests: standardsOf("interests"),
  };
}

/**
 * Sums an occupation's z-scores per dimension over the elements of the given kinds.
 * @returns (15,) partial scores; elements that are not rated are not counted
 */
export function toPartialScores(
  ratings: KindRatings,
  kinds: readonly ElementKind[],
  standards: ElementStandards,
  positionOf: ElementPositions,
): PartialScore[] {
  return DIMENSIONS.map((dimension) => {
    let sum = 0;
    let count = 0;
    for (const element of DIMENSION_ELEMENTS[dimension]) {
      const position = positionOf(element);
      const rating = kinds.includes(element.kind) ? ratings[element.kind]?.[position] : undefined;
      const standard = standards[element.kind][position];
      if (rating === undefined || !standard) continue;
      sum += (rating - standard.mean) / standard.deviation;
      count += 1;
    }
    return { sum, count };
  });
}

function toStandard(values: readonly number[]): Standard {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) * (value - mean), 0) / values.length;
  return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
}
