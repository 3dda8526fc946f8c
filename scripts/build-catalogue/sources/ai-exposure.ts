import { parseNumber, type Table } from "../read/table";

export const EXPOSURE_COLUMNS = ["O*NET-SOC Code", "dv_rating_beta"] as const;
export const APPLICABILITY_COLUMNS = ["SOC Code", "ai_applicability_score_user", "ai_applicability_score_ai"] as const;

/** @returns O*NET code -> share of the work that language models with tools could speed up, 0 to 1 */
export function parseExposure(table: Table<(typeof EXPOSURE_COLUMNS)[number]>): Map<string, number> {
  return new Map(
    table.rows.map((row) => {
      const code = row["O*NET-SOC Code"];
      return [code, parseNumber(table.file, "dv_rating_beta", row.dv_rating_beta, code)];
    }),
  );
}

/**
 * The mean of the two published scores: how much the activities people ask help with (user), and those the assistant
 * itself performs (ai), overlap with the occupation's work.
 * @returns BLS code -> applicability, 0 to 1
 */
export function parseApplicability(table: Table<(typeof APPLICABILITY_COLUMNS)[number]>): Map<string, number> {
  return new Map(
    table.rows.map((row) => {
      const code = row["SOC Code"];
      const user = parseNumber(table.file, "ai_applicability_score_user", row.ai_applicability_score_user, code);
      const ai = parseNumber(table.file, "ai_applicability_score_ai", row.ai_applicability_score_ai, code);
      return [code, (user + ai) / 2];
    }),
  );
}
