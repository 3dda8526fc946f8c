import type { CatalogueElements } from "@/lib/contracts/catalogue";
import { SourceError } from "../read/source-error";
import { parseNumber, type Table } from "../read/table";
import { type ElementTable, parseElementValues } from "./onet-interests";

/** The three kinds of ratings, and how the wide table marks their columns. */
export const RATING_KINDS = ["skills", "knowledge", "abilities"] as const;
export type RatingKind = (typeof RATING_KINDS)[number];
const COLUMN_PREFIXES: Readonly<Record<RatingKind, string>> = {
  skills: "Skill: ",
  knowledge: "Knowledge: ",
  abilities: "Ability: ",
};
const ELEMENT_COUNTS: Readonly<Record<RatingKind, number>> = { skills: 35, knowledge: 33, abilities: 52 };

/** Importance ratings, 1 to 5, in the order of the elements; null when the source has none. */
export type Ratings = Readonly<Record<RatingKind, readonly number[] | null>>;

/**
 * The element names, in the order of the wide table's columns.
 * @throws SourceError when a kind has another number of columns than O*NET has elements
 */
export function parseElementNames(file: string, header: readonly string[]): CatalogueElements {
  const namesOf = (kind: RatingKind): string[] => {
    const prefix = COLUMN_PREFIXES[kind];
    const names = header.filter((column) => column.startsWith(prefix)).map((column) => column.slice(prefix.length));
    if (names.length !== ELEMENT_COUNTS[kind]) {
      throw new SourceError(file, `expected ${ELEMENT_COUNTS[kind]} columns "${prefix}...", found ${names.length}`);
    }
    return names;
  };
  return { skills: namesOf("skills"), knowledge: namesOf("knowledge"), abilities: namesOf("abilities") };
}

/** The columns of the wide table that hold ratings. */
export function toRatingColumns(elements: CatalogueElements): string[] {
  return RATING_KINDS.flatMap((kind) => elements[kind].map((name) => COLUMN_PREFIXES[kind] + name));
}

/**
 * Ratings of the wide table.
 * @returns occupation code -> ratings; a kind is null when all of its cells are blank
 * @throws SourceError when an occupation has some but not all ratings of a kind
 */
export function parseWideRatings(table: Table<string>, elements: CatalogueElements): Map<string, Ratings> {
  const result = new Map<string, Ratings>();
  for (const row of table.rows) {
    const code = row["O*NET-SOC Code"] ?? "";
    const ratingsOf = (kind: RatingKind): number[] | null => {
      const columns = elements[kind].map((name) => COLUMN_PREFIXES[kind] + name);
      if (columns.every((column) => (row[column] ?? "") === "")) return null;
      return columns.map((column) => parseNumber(table.file, column, row[column] ?? "", code));
    };
    result.set(code, {
      skills: ratingsOf("skills"),
      knowledge: ratingsOf("knowledge"),
      abilities: ratingsOf("abilities"),
    });
  }
  return result;
}

/**
 * Ratings of one of O*NET's own long tables (Skills.txt and the like), scale IM.
 * @returns occupation code -> ratings in the order of `names`; occupations with a missing element are absent
 */
export function parseLongRatings(table: ElementTable, names: readonly string[]): Map<string, readonly number[]> {
  const result = new Map<string, readonly number[]>();
  for (const [code, values] of parseElementValues(table, "IM")) {
    const ratings = names.map((name) => values.get(name));
    if (ratings.every((rating) => rating !== undefined)) result.set(code, ratings);
  }
  return result;
}
