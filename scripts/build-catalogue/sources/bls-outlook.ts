import { type CatalogueCareer, EducationSchema } from "@/lib/contracts/catalogue";
import { SourceError } from "../read/source-error";
import { parseNumber, type Table } from "../read/table";
import { BLS_CODE } from "./bls-crosswalk";

const EMPLOYMENT = "Employment, 2024";
const GROWTH = "Employment change, percent, 2024–34";
const OPENINGS = "Occupational openings, 2024–34 annual average";
const ENTRY = "Typical education needed for entry";
const EXPERIENCE = "Work experience in a related occupation";
const TRAINING = "Typical on-the-job training needed to attain competency in the occupation";

export const OUTLOOK_COLUMNS = [
  "2024 National Employment Matrix code",
  EMPLOYMENT,
  GROWTH,
  OPENINGS,
  ENTRY,
  EXPERIENCE,
  TRAINING,
] as const;

type Education = CatalogueCareer["education"];

export interface BlsProjection {
  readonly outlook: CatalogueCareer["outlook"];
  readonly entry: Pick<Education, "typicalEntry" | "experience" | "training">;
}

/** How BLS writes "not available". */
const NOT_AVAILABLE = "—";
const PERSONS_PER_THOUSAND = 1000;

/**
 * Projections of table 1.2, which counts in thousands.
 * @returns BLS code -> outlook in persons, and what the job asks for at entry
 */
export function parseProjections(table: Table<(typeof OUTLOOK_COLUMNS)[number]>): Map<string, BlsProjection> {
  const result = new Map<string, BlsProjection>();
  for (const row of table.rows) {
    const code = row["2024 National Employment Matrix code"];
    if (!BLS_CODE.test(code)) continue;
    const figures = [row[EMPLOYMENT], row[GROWTH], row[OPENINGS]];
    const isPublished = figures.every((figure) => figure !== NOT_AVAILABLE);
    const toPersons = (column: typeof EMPLOYMENT | typeof OPENINGS) =>
      Math.round(parseNumber(table.file, column, row[column], code) * PERSONS_PER_THOUSAND);
    result.set(code, {
      outlook: isPublished
        ? {
            from: 2024,
            to: 2034,
            employment: toPersons(EMPLOYMENT),
            growthPercent: parseNumber(table.file, GROWTH, row[GROWTH], code),
            openingsPerYear: toPersons(OPENINGS),
          }
        : null,
      entry: {
        typicalEntry: parseEntry(table.file, code, row[ENTRY]),
        experience: toNullable(row[EXPERIENCE]),
        training: toNullable(row[TRAINING]),
      },
    });
  }
  if (result.size === 0) throw new SourceError(table.file, "no row with a code such as 15-1252");
  return result;
}

function parseEntry(file: string, code: string, text: string): Education["typicalEntry"] {
  const parsed = EducationSchema.shape.typicalEntry.safeParse(toNullable(text));
  if (!parsed.success) throw new SourceError(file, `column "${ENTRY}" of ${code}: unknown level "${text}"`);
  return parsed.data;
}

function toNullable(text: string): string | null {
  return text === NOT_AVAILABLE || text === "" ? null : text;
}
