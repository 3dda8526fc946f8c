import { z } from "zod";
import { BrokenFeedError, type RawPosting } from "./feed-item";

/** Usual names of columns, without case and marks. */
const ALIASES: Record<keyof RawPosting, readonly string[]> = {
  sourceId: ["id", "jobid", "sourceid", "reference", "externalid", "requisitionid", "guid"],
  title: ["title", "jobtitle", "position", "positiontitle", "role", "job"],
  company: ["company", "companyname", "employer", "organization", "organisation", "agency", "hiringorganization"],
  location: ["location", "joblocation", "place", "city", "locations"],
  remote: ["remote", "isremote", "remotestatus", "workplacetype", "remoteallowed"],
  tags: ["tags", "skills", "skillsdesc", "keywords", "technologies"],
  seniority: ["seniority", "senioritylevel", "level", "experiencelevel", "formattedexperiencelevel"],
  description: ["description", "jobdescription", "details", "text", "summary"],
  salary: ["salary", "pay", "compensation", "salaryrange"],
  salaryMin: ["salarymin", "minsalary", "salaryfrom", "payfrom", "minimumsalary"],
  salaryMax: ["salarymax", "maxsalary", "salaryto", "payto", "maximumsalary"],
  salaryPeriod: ["salaryperiod", "payperiod", "salarytype", "period", "per"],
  currency: ["currency", "salarycurrency"],
  postedAt: ["postedat", "posted", "dateposted", "posteddate", "date", "opendate", "published", "listedtime"],
  expiresAt: ["expiresat", "expires", "validthrough", "closedate", "closingdate", "deadline", "expiry"],
  url: ["url", "link", "joburl", "jobpostingurl", "applyurl"],
  hint: ["category", "occupation", "jobfamily", "function", "series", "industry"],
};
const FIELDS = Object.keys(ALIASES) as (keyof RawPosting)[];

/** Per field the name of its column, or a value for all rows. */
const MappingSchema = z.partialRecord(
  z.enum(FIELDS as [keyof RawPosting, ...(keyof RawPosting)[]]),
  z.union([z.string().min(1), z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) })]),
);
export type ColumnMapping = z.infer<typeof MappingSchema>;

/** @throws Error that says what of the mapping is wrong, and which fields there are */
export function parseMapping(text: string, file: string): ColumnMapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The mapping ${file} is no JSON: ${(cause as Error).message}`, { cause });
  }
  const result = MappingSchema.safeParse(json);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join(".") || "the whole"}: ${message}`);
  throw new Error(
    `The mapping ${file} is not usable:\n${lines.join("\n")}\nIt is an object of fields, each with the name of its column or {"value": ...}. Fields: ${FIELDS.join(", ")}.`,
  );
}

const simplify = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * How a row of the table becomes a posting.
 * @throws BrokenFeedError when a column that the mapping names is missing, or none holds the title
 */
export function matchColumns(
  header: readonly string[],
  mapping: ColumnMapping | null,
): (record: readonly string[]) => RawPosting {
  const names = header.map((name) => name.replace(/^\uFEFF/, "").trim());
  const simple = names.map(simplify);
  const sources = FIELDS.flatMap((field): { field: keyof RawPosting; column: number; value?: unknown }[] => {
    const given = mapping?.[field];
    if (typeof given === "object") return [{ field, column: -1, value: given.value }];
    const column =
      given === undefined
        ? simple.findIndex((name) => ALIASES[field].includes(name))
        : names.findIndex((name) => name.toLowerCase() === given.trim().toLowerCase());
    if (given !== undefined && column < 0) {
      throw new BrokenFeedError(
        `it has no column "${given}", which the mapping names for ${field}. It has: ${names.join(", ")}`,
      );
    }
    return column < 0 ? [] : [{ field, column }];
  });
  if (!sources.some(({ field }) => field === "title")) {
    throw new BrokenFeedError(
      `none of its columns is known as the title: name it with --map mapping.json, such as {"title": "${names[0] ?? "Name"}"}. It has: ${names.join(", ")}`,
    );
  }
  return (record) =>
    Object.fromEntries(sources.map(({ field, column, value }) => [field, column < 0 ? value : record[column]]));
}
