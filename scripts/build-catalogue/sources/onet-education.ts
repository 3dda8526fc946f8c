import { SourceError } from "../read/source-error";
import { groupRows, parseNumber, type Table } from "../read/table";

export const EDUCATION_COLUMNS = [
  "O*NET-SOC Code",
  "Scale ID",
  "Category",
  "Data Value",
  "Recommend Suppress",
] as const;

/** O*NET asks workers to choose one of 12 levels of required education. */
const LEVEL_COUNT = 12;
/** Shares are rounded to two decimals each, so twelve of them can miss 100 by a little. */
const SUM_TOLERANCE = 0.5;

export interface EducationShares {
  /** 12 percentages, lowest level first. */
  readonly shares: readonly number[];
  /** True when O*NET recommends not to show at least one of them, because too few workers answered. */
  readonly isUnreliable: boolean;
}

/**
 * The shares of workers at each level of required education (scale RL).
 * @returns occupation code -> shares; occupations that were not surveyed are absent
 */
export function parseEducationShares(table: Table<(typeof EDUCATION_COLUMNS)[number]>): Map<string, EducationShares> {
  const rows = table.rows.filter((row) => row["Scale ID"] === "RL");
  if (rows.length === 0) throw new SourceError(table.file, 'no row with Scale ID "RL"');
  const result = new Map<string, EducationShares>();
  for (const [code, group] of groupRows(rows, (row) => row["O*NET-SOC Code"])) {
    const shares: number[] = new Array(LEVEL_COUNT).fill(0);
    for (const row of group) {
      const category = parseNumber(table.file, "Category", row.Category, code);
      if (!(category >= 1 && category <= LEVEL_COUNT)) {
        throw new SourceError(
          table.file,
          `column "Category" of ${code}: expected 1 to ${LEVEL_COUNT}, found "${row.Category}"`,
        );
      }
      shares[category - 1] = parseNumber(table.file, "Data Value", row["Data Value"], code);
    }
    const sum = shares.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 100) > SUM_TOLERANCE) {
      throw new SourceError(
        table.file,
        `column "Data Value" of ${code}: scale RL adds up to ${sum.toFixed(2)}, expected 100`,
      );
    }
    result.set(code, { shares, isUnreliable: group.some((row) => row["Recommend Suppress"] === "Y") });
  }
  return result;
}
