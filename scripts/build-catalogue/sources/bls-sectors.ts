import { SourceError } from "../read/source-error";
import type { Table } from "../read/table";

export const SECTOR_COLUMNS = ["NAICS", "I_GROUP", "OCC_CODE", "O_GROUP", "TOT_EMP"] as const;

/** Plain names for the sectors of the industry classification. */
const SECTOR_NAMES: Readonly<Record<string, string>> = {
  "11": "Farming, forestry & fishing",
  "21": "Mining, oil & gas",
  "22": "Utilities",
  "23": "Construction",
  "31-33": "Manufacturing",
  "42": "Wholesale trade",
  "44-45": "Retail",
  "48-49": "Transportation, warehousing & mail",
  "51": "Publishing, media, software & telecoms",
  "52": "Finance & insurance",
  "53": "Real estate & rentals",
  "54": "Professional, scientific & technical services",
  "55": "Company headquarters",
  "56": "Business support, staffing & waste services",
  "61": "Schools & education",
  "62": "Health care & social services",
  "71": "Arts, entertainment & recreation",
  "72": "Hotels & restaurants",
  "81": "Repair, personal & community services",
  "99": "Federal, state & local government",
};

export interface SectorJobs {
  readonly name: string;
  readonly jobs: number;
}

/**
 * Jobs by industry sector. Counts that BLS withholds ("**") are left out.
 * @returns BLS code -> sectors in the order of the file
 * @throws SourceError when a sector is unknown, because its share would silently vanish
 */
export function parseSectorJobs(table: Table<(typeof SECTOR_COLUMNS)[number]>): Map<string, SectorJobs[]> {
  const jobsByCode = new Map<string, Map<string, number>>();
  for (const row of table.rows) {
    const jobs = Number(row.TOT_EMP);
    if (row.I_GROUP !== "sector" || !(jobs > 0)) continue;
    const name = SECTOR_NAMES[row.NAICS];
    if (!name) throw new SourceError(table.file, `column "NAICS" of ${row.OCC_CODE}: unknown sector "${row.NAICS}"`);
    const sectors = jobsByCode.get(row.OCC_CODE) ?? new Map<string, number>();
    // A broad group and the detailed occupation that is all of it share a code: the detailed row wins.
    if (!sectors.has(name) || row.O_GROUP === "detailed") sectors.set(name, jobs);
    jobsByCode.set(row.OCC_CODE, sectors);
  }
  return new Map(
    [...jobsByCode].map(([code, sectors]) => [code, [...sectors].map(([name, jobs]) => ({ name, jobs }))]),
  );
}
