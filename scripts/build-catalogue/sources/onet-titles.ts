import { groupRows, parseNumber, type Table } from "../read/table";

export const TITLE_COLUMNS = ["O*NET-SOC Code", "Title"] as const;
export const JOB_ZONE_COLUMNS = ["O*NET-SOC Code", "Job Zone"] as const;
export const REPORTED_COLUMNS = ["O*NET-SOC Code", "Reported Job Title", "Shown in My Next Move"] as const;
export const ALTERNATE_COLUMNS = ["O*NET-SOC Code", "Alternate Title", "Source(s)"] as const;
export const RELATED_COLUMNS = ["O*NET-SOC Code", "Related O*NET-SOC Code", "Index"] as const;
export const TECHNOLOGY_COLUMNS = ["O*NET-SOC Code", "Example", "Hot Technology", "In Demand"] as const;

export interface ReportedTitle {
  readonly title: string;
  /** O*NET's own choice of the titles that people recognise. */
  readonly isShown: boolean;
}

export interface AlternateTitle {
  readonly title: string;
  /** How many independent sources O*NET found the title in. */
  readonly sourceCount: number;
}

export interface TechnologyExample {
  readonly name: string;
  readonly hot: boolean;
  readonly inDemand: boolean;
}

/** @returns occupation code -> title */
export function parseTitles(table: Table<(typeof TITLE_COLUMNS)[number]>): Map<string, string> {
  return new Map(table.rows.map((row) => [row["O*NET-SOC Code"], row.Title]));
}

/** @returns occupation code -> job zone, 1 to 5; occupations without one are absent */
export function parseJobZones(table: Table<(typeof JOB_ZONE_COLUMNS)[number]>): Map<string, number> {
  return new Map(
    table.rows.map((row) => {
      const code = row["O*NET-SOC Code"];
      return [code, parseNumber(table.file, "Job Zone", row["Job Zone"], code)];
    }),
  );
}

/** @returns occupation code -> titles that workers reported, in the order of the file */
export function parseReportedTitles(table: Table<(typeof REPORTED_COLUMNS)[number]>): Map<string, ReportedTitle[]> {
  return mapGroups(table.rows, (row) => ({
    title: row["Reported Job Title"],
    isShown: row["Shown in My Next Move"] === "Y",
  }));
}

/** @returns occupation code -> other titles, in the order of the file */
export function parseAlternateTitles(table: Table<(typeof ALTERNATE_COLUMNS)[number]>): Map<string, AlternateTitle[]> {
  return mapGroups(table.rows, (row) => ({
    title: row["Alternate Title"],
    sourceCount: row["Source(s)"].split(",").length,
  }));
}

/** @returns occupation code -> related occupations, closest first */
export function parseRelated(table: Table<(typeof RELATED_COLUMNS)[number]>): Map<string, string[]> {
  const ranked = mapGroups(table.rows, (row) => ({
    code: row["Related O*NET-SOC Code"],
    index: parseNumber(table.file, "Index", row.Index, row["O*NET-SOC Code"]),
  }));
  return new Map([...ranked].map(([code, rows]) => [code, rows.sort((a, b) => a.index - b.index).map((r) => r.code)]));
}

/** @returns occupation code -> software and tools, in the order of the file */
export function parseTechnologies(table: Table<(typeof TECHNOLOGY_COLUMNS)[number]>): Map<string, TechnologyExample[]> {
  return mapGroups(table.rows, (row) => ({
    name: row.Example,
    hot: row["Hot Technology"] === "Y",
    inDemand: row["In Demand"] === "Y",
  }));
}

function mapGroups<Row extends { readonly "O*NET-SOC Code": string }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = groupRows(rows, (row) => row["O*NET-SOC Code"]);
  return new Map([...groups].map(([code, group]) => [code, group.map(toValue)]));
}
