import { z } from "zod";
import { DIMENSION_COUNT, DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";
import { CareerCodeSchema, CatalogueCareerSchema, EducationSchema, WagesSchema } from "./catalogue";
import { StorableText } from "./operation";
import { PageQuerySchema, PageReplySchema, QuerySearchText } from "./paging";

/** One line of text that says something: spaces are evened out, and a letter or digit must be in it. */
const line = (min: number, max: number) =>
  StorableText.overwrite((text) => text.replace(/\s+/gu, " ").trim())
    .min(min, { error: min === 1 ? "may not be empty" : `needs at least ${min} characters`, abort: true })
    .max(max, `may have at most ${max} characters`)
    .regex(/[\p{L}\p{N}]/u, "needs a letter or a digit");

const different = (texts: readonly string[]): boolean =>
  new Set(texts.map((text) => text.toLowerCase())).size === texts.length;

const Rating = z
  .number("must be a number from 0 to 10")
  .min(DIMENSION_MIN, "must be at least 0")
  .max(DIMENSION_MAX, "must be at most 10");

const PERCENTILES = ["p10", "p25", "median", "p75", "p90"] as const;

const Dollars = z.number("must be a number").positive("must be more than 0").max(10_000_000, "is too large").nullable();

const Wages = WagesSchema.omit({ year: true }).extend({
  p10: Dollars,
  p25: Dollars,
  median: Dollars,
  p75: Dollars,
  p90: Dollars,
});

const AdminWagesSchema = Wages.superRefine((wages, context) => {
  const known = PERCENTILES.filter((name) => wages[name] !== null);
  known.forEach((name, i) => {
    const below = known[i - 1];
    if (below !== undefined && (wages[name] ?? 0) < (wages[below] ?? 0)) {
      context.addIssue({ code: "custom", path: [name], message: `may not be less than ${below}` });
    }
    if (wages.topCoded.includes(name)) {
      context.addIssue({ code: "custom", path: [name], message: "must be null, since it is named in topCoded" });
    }
  });
});

/** From 2024 to 2034, as for shipped careers. */
const AdminOutlookSchema = z.object({
  employment: z.number("must be a number").int("must be a whole number").min(0).max(1_000_000_000, "is too large"),
  growthPercent: z.number("must be a number").min(-100, "must be at least -100").max(1000, "must be at most 1000"),
  openingsPerYear: z.number("must be a number").int("must be a whole number").min(0).max(100_000_000, "is too large"),
});

const Interest = z.number("must be a number from 1 to 7").min(1, "must be at least 1").max(7, "must be at most 7");

/** What an admin may say of a career. Everything that a record has beside this stays as it was shipped, or empty. */
const EditableSchema = z.strictObject({
  title: line(2, 120),
  alternateTitles: z.array(line(2, 80)).max(12, "may have at most 12").refine(different, "may not repeat itself"),
  keywords: z
    .array(line(2, 60))
    .min(1, "needs at least one")
    .max(20, "may have at most 20")
    .refine(different, "may not repeat itself"),
  cluster: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "must be the id of a cluster"),
  jobZone: z.number("must be a whole number from 1 to 5").int().min(1).max(5),
  summary: line(20, 400),
  /** Three things that somebody in this work does on an ordinary day. */
  day: z.array(line(5, 160)).length(3, "needs exactly 3 entries"),
  fits: line(5, 240),
  tough: line(5, 240),
  /** 15 numbers from 0 to 10, in the order of the dimensions. */
  abilityVector: z.array(Rating).length(DIMENSION_COUNT, `needs exactly ${DIMENSION_COUNT} numbers`),
  wages: AdminWagesSchema.nullable(),
  outlook: AdminOutlookSchema.nullable(),
  education: EducationSchema.pick({ typicalEntry: true }),
  /** Interests, 1 to 7; the letters are made from them. */
  riasec: z.object({
    ...{ realistic: Interest, investigative: Interest, artistic: Interest },
    ...{ social: Interest, enterprising: Interest, conventional: Interest },
  }),
});

const OPTIONAL = { alternateTitles: true, wages: true, outlook: true, education: true, riasec: true } as const;

export const AddCareerRequestSchema = EditableSchema.partial(OPTIONAL).extend({
  /** Left out: the next free code of one's own careers, 99-0001.00 and up. */
  code: CareerCodeSchema.optional(),
});

export const ChangeCareerRequestSchema = EditableSchema.partial().extend({
  isActive: z.boolean().optional(),
  /** The updatedAt that was read: the change is refused when somebody else changed the career since. */
  ifUpdatedAt: z.iso.datetime().optional(),
});

/** A form as far as it is filled in. */
export const CheckCareerRequestSchema = z.strictObject({
  /** The career that is being changed; null for a new one. */
  editing: CareerCodeSchema.nullable(),
  career: z.record(z.string(), z.unknown()),
});

export const CheckCareerReplySchema = z.object({
  errors: z.array(z.object({ field: z.string(), message: z.string() })),
  /** Careers that say nearly the same, nearest first. */
  close: z.array(
    z.object({
      code: CareerCodeSchema,
      title: z.string(),
      isActive: z.boolean(),
      /** Cosine of the embeddings. */
      similarity: z.number(),
    }),
  ),
});

export const CAREER_STATUSES = ["all", "active", "inactive"] as const;
export const CAREER_ORIGINS = ["all", "shipped", "changed", "own"] as const;
export const ADMIN_CAREER_SORTS = ["title", "code", "cluster", "wage", "growth", "updated"] as const;
export const ORDERS = ["asc", "desc"] as const;

export const AdminCareerFiltersSchema = z.object({
  /** The beginning of a code, or words of a title or keyword. */
  q: QuerySearchText.optional(),
  cluster: QuerySearchText.optional(),
  status: z.enum(CAREER_STATUSES).default("all"),
  /** changed: shipped, and edited since; own: added here. */
  origin: z.enum(CAREER_ORIGINS).default("all"),
  sort: z.enum(ADMIN_CAREER_SORTS).default("title"),
  order: z.enum(ORDERS).default("asc"),
});

export const AdminCareerListQuerySchema = AdminCareerFiltersSchema.extend(PageQuerySchema.shape);

export const AdminCareerSummarySchema = z.object({
  code: CareerCodeSchema,
  title: z.string(),
  cluster: z.string(),
  clusterId: z.string(),
  isActive: z.boolean(),
  isShipped: z.boolean(),
  /** Shipped, and edited by an admin since. */
  isChanged: z.boolean(),
  /** Whether it has an embedding of the model in use. */
  isEmbedded: z.boolean(),
  medianWageYear: z.number().nullable(),
  growthPercent: z.number().nullable(),
  updatedAt: z.iso.datetime(),
});

export const AdminCareerListReplySchema = PageReplySchema.extend({ items: z.array(AdminCareerSummarySchema) });

export const AdminCareerReplySchema = AdminCareerSummarySchema.extend({
  record: CatalogueCareerSchema,
  /** As shipped: the values of the fields that an admin changed. */
  shipped: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
  close: CheckCareerReplySchema.shape.close,
});

export const SuggestCareerCodeReplySchema = z.object({ code: CareerCodeSchema });

export type EditableCareer = z.output<typeof EditableSchema>;
export type AddCareerRequest = z.output<typeof AddCareerRequestSchema>;
export type ChangeCareerRequest = z.output<typeof ChangeCareerRequestSchema>;
export type CheckCareerReply = z.output<typeof CheckCareerReplySchema>;
export type AdminCareerFilters = z.output<typeof AdminCareerFiltersSchema>;
export type AdminCareerListQuery = z.output<typeof AdminCareerListQuerySchema>;
export type AdminCareerSummary = z.output<typeof AdminCareerSummarySchema>;
export type AdminCareerListReply = z.output<typeof AdminCareerListReplySchema>;
export type AdminCareerReply = z.output<typeof AdminCareerReplySchema>;
