import type { Table } from "../read/table";

export const CROSSWALK_COLUMNS = [
  "O*NET-SOC Code",
  "NEM Code",
  "National Employment Matrix Occupational Title",
] as const;

export interface BlsOccupation {
  readonly code: string;
  readonly title: string;
}

/** A 6-digit code of the Standard Occupational Classification, or of a group that BLS forms from several. */
export const BLS_CODE = /^\d{2}-\d{4}$/;

/**
 * From O*NET occupations to those BLS publishes figures for. BLS merges some (home health and personal care aides, say),
 * so the first six digits of an O*NET code are not enough.
 * @returns O*NET code -> BLS occupation; rows without a BLS code are absent
 */
export function parseCrosswalk(table: Table<(typeof CROSSWALK_COLUMNS)[number]>): Map<string, BlsOccupation> {
  const result = new Map<string, BlsOccupation>();
  for (const row of table.rows) {
    if (!BLS_CODE.test(row["NEM Code"])) continue;
    result.set(row["O*NET-SOC Code"], {
      code: row["NEM Code"],
      title: row["National Employment Matrix Occupational Title"],
    });
  }
  return result;
}
