import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { SourceError } from "../read/source-error";
import { groupRows, parseNumber, type Table } from "../read/table";

export const ELEMENT_COLUMNS = ["O*NET-SOC Code", "Element Name", "Scale ID", "Data Value"] as const;
export type ElementTable = Table<(typeof ELEMENT_COLUMNS)[number]>;

export const INTEREST_NAMES = [
  "Realistic",
  "Investigative",
  "Artistic",
  "Social",
  "Enterprising",
  "Conventional",
] as const;
const RIASEC_KEYS = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"] as const;
const HIGH_POINTS = ["First Interest High-Point", "Second Interest High-Point", "Third Interest High-Point"] as const;

type Riasec = CatalogueCareer["riasec"];
type WorkValues = NonNullable<CatalogueCareer["values"]>;

/**
 * Values of one scale, by occupation and element.
 * @param scale  O*NET scale id, such as "OI"
 * @returns occupation code -> element name -> value
 */
export function parseElementValues(table: ElementTable, scale: string): Map<string, Map<string, number>> {
  const rows = table.rows.filter((row) => row["Scale ID"] === scale);
  if (rows.length === 0) throw new SourceError(table.file, `no row with Scale ID "${scale}"`);
  const groups = groupRows(rows, (row) => row["O*NET-SOC Code"]);
  return new Map(
    [...groups].map(([code, group]) => [
      code,
      new Map(
        group.map((row) => {
          const name = row["Element Name"];
          return [name, parseNumber(table.file, "Data Value", row["Data Value"], `${code} ${name}`)];
        }),
      ),
    ]),
  );
}

/**
 * Interest scores with the code of high points. O*NET writes high points as the number of the interest, and 0 where an
 * occupation has fewer than three; where the first is missing the two strongest scores stand in.
 * @returns occupation code -> scores and code
 */
export function parseInterests(table: ElementTable): Map<string, Riasec> {
  const scores = parseElementValues(table, "OI");
  const highPoints = parseElementValues(table, "IH");
  return new Map(
    [...scores].map(([code, values]) => {
      const six = INTEREST_NAMES.map((name) => getElement(table.file, code, values, name));
      const pairs = RIASEC_KEYS.map((key, index) => [key, six[index] ?? 0] as const);
      const letters = HIGH_POINTS.map(
        (name) => INTEREST_NAMES[(highPoints.get(code)?.get(name) ?? 0) - 1]?.[0] ?? "",
      ).join("");
      return [code, { ...(Object.fromEntries(pairs) as Omit<Riasec, "code">), code: letters || toTopLetters(six) }];
    }),
  );
}

/** @returns occupation code -> the six work values; occupations that O*NET has not rated are absent */
export function parseWorkValues(table: ElementTable): Map<string, WorkValues> {
  return new Map(
    [...parseElementValues(table, "EX")].map(([code, values]) => [
      code,
      {
        achievement: getElement(table.file, code, values, "Achievement"),
        independence: getElement(table.file, code, values, "Independence"),
        recognition: getElement(table.file, code, values, "Recognition"),
        relationships: getElement(table.file, code, values, "Relationships"),
        support: getElement(table.file, code, values, "Support"),
        workingConditions: getElement(table.file, code, values, "Working Conditions"),
      },
    ]),
  );
}

function toTopLetters(scores: readonly number[]): string {
  return scores
    .map((score, index) => ({ score, index, letter: INTEREST_NAMES[index]?.[0] ?? "" }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, 2)
    .map((interest) => interest.letter)
    .join("");
}

function getElement(file: string, code: string, values: ReadonlyMap<string, number>, name: string): number {
  const value = values.get(name);
  if (value === undefined) throw new SourceError(file, `${code} has no row for the element "${name}"`);
  return value;
}
