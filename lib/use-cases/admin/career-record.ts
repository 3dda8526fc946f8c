import type { AddCareerRequest, EditableCareer } from "@/lib/contracts/admin-careers";
import { type CatalogueCareer, CatalogueCareerSchema } from "@/lib/contracts/catalogue";

/** Everything of a record that an admin's form does not ask for, when there is no source to take it from. */
const UNKNOWN = {
  abilityEstimated: false,
  blsCode: null,
  blsTitle: null,
  blsShared: false,
  values: null,
  styles: [],
  stressPercentile: null,
  skills: null,
  knowledge: null,
  abilities: null,
  technologies: [],
  related: [],
  majors: [],
  industries: [],
  ai: { exposure: null, applicability: null, exposurePercentile: null },
} satisfies Partial<CatalogueCareer>;

export function toNewRecord(code: string, input: Omit<AddCareerRequest, "code">, interests: Interests) {
  const empty = {
    alternateTitles: [],
    wages: null,
    outlook: null,
    education: { typicalEntry: null },
    riasec: interests,
  };
  const fields = { ...empty, ...withoutUndefined(input) };
  return CatalogueCareerSchema.parse({ ...UNKNOWN, code, ...toRecordFields(fields, null) });
}

/** The record with the changes in it. Fields that are not mentioned stay. */
export function toChangedRecord(record: CatalogueCareer, change: Partial<EditableCareer>): CatalogueCareer {
  return CatalogueCareerSchema.parse({ ...record, ...toRecordFields(change, record) });
}

/** As the form has it: what an admin can change of a record. */
export function toEditable(record: CatalogueCareer): EditableCareer {
  const { title, alternateTitles, keywords, cluster, jobZone, summary, day, fits, tough, abilityVector } = record;
  const { wages, outlook, education, riasec } = record;
  const { code: _, ...interests } = riasec;
  return {
    ...{ title, alternateTitles, keywords, cluster, jobZone, summary, day, fits, tough, abilityVector },
    wages: wages === null ? null : withoutYear(wages),
    outlook: outlook === null ? null : withoutYears(outlook),
    education: { typicalEntry: education.typicalEntry },
    riasec: interests,
  };
}

const withoutYear = ({ year: _, ...wages }: NonNullable<CatalogueCareer["wages"]>) => wages;
const withoutYears = ({ from: _, to: __, ...outlook }: NonNullable<CatalogueCareer["outlook"]>) => outlook;

type Interests = Omit<CatalogueCareer["riasec"], "code">;

/** A form's fields in the shape of a record. */
function toRecordFields(fields: Partial<EditableCareer>, record: CatalogueCareer | null): Partial<CatalogueCareer> {
  const { wages, outlook, education, riasec, ...same } = fields;
  return {
    ...withoutUndefined(same),
    ...(wages === undefined ? {} : { wages: wages && { year: 2024, ...wages } }),
    ...(outlook === undefined ? {} : { outlook: outlook && { from: 2024, to: 2034, ...outlook } }),
    ...(education === undefined ? {} : { education: { ...(record?.education ?? NO_EDUCATION), ...education } }),
    ...(riasec === undefined ? {} : { riasec: { ...riasec, code: toRiasecCode(riasec) } }),
    // What somebody typed is no estimate any more.
    ...(same.abilityVector === undefined ? {} : { abilityEstimated: false }),
  };
}

const NO_EDUCATION = { experience: null, training: null, distribution: null };

function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** Interests under this do not stand out, so they are no letter of the code. */
const HIGH_POINT_MIN = 3.5;

/** The up to three letters of the highest interests, strongest first. */
function toRiasecCode(interests: Interests): string {
  const ranked = Object.entries(interests).sort(([, a], [, b]) => b - a);
  const high = ranked.filter(([, value], at) => at === 0 || value >= HIGH_POINT_MIN);
  return high
    .slice(0, 3)
    .map(([name]) => name.charAt(0).toUpperCase())
    .join("");
}
