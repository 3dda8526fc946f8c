import { SourceError } from "../read/source-error";
import { parseNumber, type Table } from "../read/table";
import { BLS_CODE } from "./bls-crosswalk";

const CODE = "2024 National Employment Matrix code";

/** The 17 skills of table 6.5, each a percentile rank among occupations. */
export const SKILL_SCORE_NAMES = [
  "Adaptability",
  "Computers and information technology",
  "Creativity and innovation",
  "Critical and analytical thinking",
  "Customer service",
  "Detail oriented",
  "Fine motor",
  "Interpersonal",
  "Leadership",
  "Mathematics",
  "Mechanical",
  "Physical strength and stamina",
  "Problem solving and decision making",
  "Project management",
  "Science",
  "Speaking and listening",
  "Writing and reading",
] as const;

export const SKILL_SCORE_COLUMNS = [CODE, ...SKILL_SCORE_NAMES] as const;

/** @returns BLS code -> (17,) scores, 0 to 100 */
export function parseSkillScores(table: Table<(typeof SKILL_SCORE_COLUMNS)[number]>): Map<string, readonly number[]> {
  const result = new Map<string, readonly number[]>();
  for (const row of table.rows) {
    const code = row[CODE];
    if (!BLS_CODE.test(code)) continue;
    result.set(
      code,
      SKILL_SCORE_NAMES.map((name) => parseNumber(table.file, name, row[name], code)),
    );
  }
  if (result.size === 0) throw new SourceError(table.file, "no row with a code such as 15-1252");
  return result;
}
