import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import { DIMENSION_COUNT } from "@/lib/engine/profile/dimensions";

export const PERCENTILES = ["p10", "p25", "median", "p75", "p90"] as const;
export const INTERESTS = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"] as const;
export const OUTLOOK = ["growthPercent", "openingsPerYear", "employment"] as const;

type Texts<Name extends string> = Record<Name, string>;
type CareerRecord = AdminCareerReply["record"];

/**
 * What stands in the form, as it was typed: numbers are texts, so that a slip stays where it can be mended, and lists are lines. Names are
 * those that the API gives faults, but for lists.
 */
export type CareerFormValues = {
  code: string;
  title: string;
  alternateTitles: string;
  keywords: string;
  cluster: string;
  jobZone: string;
  summary: string;
  day: [string, string, string];
  fits: string;
  tough: string;
  /** null where nothing is chosen yet */
  abilityVector: (number | null)[];
  wages: Texts<(typeof PERCENTILES)[number]> & { period: "year" | "hour" };
  outlook: Texts<(typeof OUTLOOK)[number]>;
  education: { typicalEntry: string };
  riasec: Texts<(typeof INTERESTS)[number]>;
};

const asText = (value: number | null | undefined): string => (value == null ? "" : String(value));
const fromEntries = <Name extends string>(names: readonly Name[], toValue: (name: Name) => string) =>
  Object.fromEntries(names.map((name) => [name, toValue(name)])) as Texts<Name>;

/** The form of a career; of a new one all but its code is empty. */
export function toFormValues(code: string, record: CareerRecord | null): CareerFormValues {
  return {
    code,
    title: record?.title ?? "",
    alternateTitles: record?.alternateTitles.join("\n") ?? "",
    keywords: record?.keywords.join("\n") ?? "",
    cluster: record?.cluster ?? "",
    jobZone: asText(record?.jobZone),
    summary: record?.summary ?? "",
    day: [record?.day[0] ?? "", record?.day[1] ?? "", record?.day[2] ?? ""],
    fits: record?.fits ?? "",
    tough: record?.tough ?? "",
    abilityVector: record?.abilityVector ?? Array<null>(DIMENSION_COUNT).fill(null),
    wages: {
      period: record?.wages?.period ?? "year",
      ...fromEntries(PERCENTILES, (name) => asText(record?.wages?.[name])),
    },
    outlook: fromEntries(OUTLOOK, (name) => asText(record?.outlook?.[name])),
    education: { typicalEntry: record?.education.typicalEntry ?? "" },
    riasec: fromEntries(INTERESTS, (name) => asText(record?.riasec[name])),
  };
}

/** What is no number stays as it was typed, and the server says so. */
function toNumber(text: string): number | string | null {
  const plain = text.replace(/[,\s]/g, "");
  if (plain === "") return null;
  const value = Number(plain);
  return Number.isNaN(value) ? text : value;
}

const toLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export type CareerBody = Record<string, unknown>;

/**
 * The form as the API takes it.
 * @param topCoded  percentiles that the survey gives as "at least so much": they stay that as long as no number is typed
 */
export function toBody(values: CareerFormValues, topCoded: readonly string[]): CareerBody {
  const { code: _, alternateTitles, keywords, jobZone, wages, outlook, education, riasec, ...same } = values;
  const numbers = <Name extends string>(texts: Texts<Name>, names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, toNumber(texts[name])]));
  const isEmpty = (fields: Record<string, unknown>) => Object.values(fields).every((value) => value === null);
  const percentiles = numbers(wages, PERCENTILES);
  const kept = topCoded.filter((name) => percentiles[name] === null);
  const figures = numbers(outlook, OUTLOOK);
  const interests = numbers(riasec, INTERESTS);
  return {
    ...same,
    alternateTitles: toLines(alternateTitles),
    keywords: toLines(keywords),
    jobZone: toNumber(jobZone),
    wages: isEmpty(percentiles) && kept.length === 0 ? null : { period: wages.period, ...percentiles, topCoded: kept },
    outlook: isEmpty(figures) ? null : figures,
    education: { typicalEntry: education.typicalEntry || null },
    // Left out, they are estimated from the abilities.
    ...(isEmpty(interests) ? {} : { riasec: interests }),
  };
}

/** What differs from the body that the form began with. */
export function getBodyChanges(before: CareerBody, after: CareerBody): CareerBody {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  );
}

const LINE_FIELDS = ["alternateTitles", "keywords"];

export type FieldFault = { field: string; message: string };

/** A fault by the name that its field has in the form; of a list that is one field, with the line that it is about. */
export function toFormFault({ field, message }: FieldFault, toLineText: (line: number) => string): FieldFault {
  const [name = "", index] = field.split(/[.[\]]+/);
  if (LINE_FIELDS.includes(name)) {
    return {
      field: name,
      message: index === undefined || index === "" ? message : `${toLineText(Number(index) + 1)} ${message}`,
    };
  }
  return { field: field.replace(/\[(\d+)\]/g, ".$1"), message };
}

export const toFieldId = (field: string): string => `career-${field.replaceAll(".", "-")}`;
