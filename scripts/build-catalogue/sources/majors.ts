import type { Table } from "../read/table";

export const MAJOR_COLUMNS = ["CIP2020Code", "CIP2020Title", "SOC2018Code"] as const;

export interface Major {
  readonly cip: string;
  readonly title: string;
  /** How many occupations the crosswalk links the major to; few means that it prepares for something specific. */
  readonly occupationCount: number;
}

/** The crosswalk's way to say that an occupation has no major, or a major no occupation. */
const NO_MATCH_CIP = "99.9999";
const NO_MATCH_SOC = "99-9999";

/**
 * Majors by 6-digit SOC 2018 code.
 * @returns SOC code -> majors in the order of the file, without the dot that ends every title there
 */
export function parseMajors(table: Table<(typeof MAJOR_COLUMNS)[number]>): Map<string, Major[]> {
  const rows = table.rows.filter((row) => row.CIP2020Code !== NO_MATCH_CIP && row.SOC2018Code !== NO_MATCH_SOC);
  const occupationCounts = new Map<string, number>();
  for (const { CIP2020Code } of rows) occupationCounts.set(CIP2020Code, (occupationCounts.get(CIP2020Code) ?? 0) + 1);
  const result = new Map<string, Major[]>();
  for (const row of rows) {
    const majors = result.get(row.SOC2018Code) ?? [];
    majors.push({
      cip: row.CIP2020Code,
      title: row.CIP2020Title.replace(/\.$/, "").replace(/\s+/g, " "),
      occupationCount: occupationCounts.get(row.CIP2020Code) ?? 1,
    });
    result.set(row.SOC2018Code, majors);
  }
  return result;
}
