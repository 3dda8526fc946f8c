import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { SourceError } from "../read/source-error";
import type { Table } from "../read/table";

const ANNUAL = { p10: "A_PCT10", p25: "A_PCT25", median: "A_MEDIAN", p75: "A_PCT75", p90: "A_PCT90" } as const;
const HOURLY = { p10: "H_PCT10", p25: "H_PCT25", median: "H_MEDIAN", p75: "H_PCT75", p90: "H_PCT90" } as const;
const PERCENTILES = ["p10", "p25", "median", "p75", "p90"] as const;

export const WAGE_COLUMNS = [
  "OCC_CODE",
  "O_GROUP",
  "TOT_EMP",
  ...Object.values(ANNUAL),
  ...Object.values(HOURLY),
] as const;
type WageTable = Table<(typeof WAGE_COLUMNS)[number]>;
type WageRow = WageTable["rows"][number];

type Wages = NonNullable<CatalogueCareer["wages"]>;
type WageCell = number | "top-coded" | "not-available";

export interface OewsOccupation {
  /** null when no wage at all is published. */
  readonly wages: Wages | null;
  /** Wage and salary workers; null when not published. */
  readonly employment: number | null;
}

/**
 * Reads a wage. "#" means at least the survey's ceiling and "*" or "**" means not available: neither is a number.
 * @throws SourceError for any other text that is not a positive number
 */
export function parseWageCell(file: string, column: string, text: string, about: string): WageCell {
  if (text === "#") return "top-coded";
  if (text === "*" || text === "**" || text === "") return "not-available";
  const value = Number(text.replaceAll(",", ""));
  if (!(value > 0)) {
    throw new SourceError(file, `column "${column}" of ${about}: expected a wage, "#", "*" or "**", found "${text}"`);
  }
  return value;
}

/**
 * National wages and employment of every occupation. A code can come twice, as a broad group and as the detailed
 * occupation that is all of it, with the same figures.
 * @returns BLS code -> wages and employment
 */
export function parseWages(table: WageTable): Map<string, OewsOccupation> {
  const result = new Map<string, OewsOccupation>();
  for (const row of table.rows) {
    if (result.has(row.OCC_CODE) && row.O_GROUP !== "detailed") continue;
    const employment = Number(row.TOT_EMP);
    result.set(row.OCC_CODE, {
      wages: toWages(table.file, row, "year", ANNUAL) ?? toWages(table.file, row, "hour", HOURLY),
      employment: employment > 0 ? employment : null,
    });
  }
  return result;
}

/** @returns null when the survey publishes nothing for this period */
function toWages(
  file: string,
  row: WageRow,
  period: Wages["period"],
  columns: typeof ANNUAL | typeof HOURLY,
): Wages | null {
  const wages: Wages = { year: 2024, period, p10: null, p25: null, median: null, p75: null, p90: null, topCoded: [] };
  for (const percentile of PERCENTILES) {
    const column = columns[percentile];
    const cell = parseWageCell(file, column, row[column], row.OCC_CODE);
    if (cell === "top-coded") wages.topCoded.push(percentile);
    else if (cell !== "not-available") wages[percentile] = cell;
  }
  const isPublished = wages.topCoded.length > 0 || PERCENTILES.some((percentile) => wages[percentile] !== null);
  return isPublished ? wages : null;
}
