import { z } from "zod";
import { CareerCodeSchema, CatalogueCareerSchema, ClusterSchema, OutlookSchema } from "./catalogue";

export const SalaryRangeSchema = z.object({
  period: z.enum(["year", "hour"]),
  /** 10th percentile, median and 90th percentile in US dollars; null when not published or above the survey's ceiling. */
  low: z.number().nullable(),
  median: z.number().nullable(),
  high: z.number().nullable(),
  /** In words, such as "$79,850 – $211,450 a year". */
  text: z.string(),
});

const Shared = CatalogueCareerSchema.pick({
  jobZone: true,
  summary: true,
  day: true,
  fits: true,
  tough: true,
  abilityVector: true,
  abilityEstimated: true,
  blsTitle: true,
  blsShared: true,
  wages: true,
  education: true,
  riasec: true,
  stressPercentile: true,
  ai: true,
});

/** What a results card shows about a career. */
export const CareerFactsSchema = Shared.extend({ outlook: OutlookSchema.nullable() });

export const CareerSummarySchema = z.object({
  code: CareerCodeSchema,
  title: z.string(),
  cluster: z.string(),
  clusterId: z.string(),
  /** How well it fits the query, 0 to 100; null in a plain list. */
  score: z.number().min(0).max(100).nullable(),
  summary: z.string(),
  salary_range: SalaryRangeSchema.nullable(),
  growthPercent: z.number().nullable(),
  openingsPerYear: z.number().nullable(),
  education: z.string().nullable(),
  jobZone: z.number().int(),
  /** What recommendations/interact takes, of a list that is kept as it was shown: for known people who agreed to it. */
  recommendationId: z.uuid().optional(),
});

/** Levels of the schooling filter: the typical entry level is at most this. */
export const SCHOOLING_FILTERS = ["none", "certificate", "associate", "bachelor", "master", "doctorate"] as const;
export const CAREER_SORTS = ["title", "salary", "growth", "openings"] as const;

/** PostgreSQL has no text with a NUL in it. */
const QueryText = z.string().refine((text) => !text.includes("\0"), "may not contain a NUL character");
/** How far a search can be paged: what follows has little to do with it. */
const SEARCH_RESULTS_MAX = 200;
const PageLimit = z.coerce.number().int().min(1).max(50);

export const CareerFiltersSchema = z.object({
  cluster: QueryText.max(64).optional(),
  schooling: z.enum(SCHOOLING_FILTERS).optional(),
  /** Least median wage, US dollars a year. */
  wage_min: z.coerce.number().min(0).max(1_000_000).optional(),
  /** Least growth over ten years, percent. */
  growth_min: z.coerce.number().min(-100).max(1000).optional(),
});

export const CareerListQuerySchema = CareerFiltersSchema.extend({
  sort: z.enum(CAREER_SORTS).default("title"),
  limit: PageLimit.default(24),
  cursor: z.string().max(1000).optional(),
});

export const CareerListReplySchema = z.object({
  items: z.array(CareerSummarySchema),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
});

export const CareerSearchQuerySchema = CareerFiltersSchema.extend({
  q: QueryText.trim().min(1).max(500),
  limit: PageLimit.default(20),
  /** Results to leave out, as shown before. */
  offset: z.coerce.number().int().min(0).max(SEARCH_RESULTS_MAX).default(0),
});

export const CareerSearchReplySchema = z.object({
  /** `text` when no embedding model is loaded: titles and keywords only. */
  mode: z.enum(["semantic", "text"]),
  items: z.array(CareerSummarySchema),
});

export const CareerSimilarQuerySchema = z.object({ limit: PageLimit.default(8) });

export const CareerDetailReplySchema = CatalogueCareerSchema.omit({
  cluster: true,
  related: true,
  keywords: true,
  skills: true,
  knowledge: true,
  abilities: true,
}).extend({
  cluster: z.string(),
  clusterId: z.string(),
  salary_range: SalaryRangeSchema.nullable(),
  related: z.array(CareerSummarySchema),
  /** The highest-rated skills, knowledge areas and abilities, importance 1 to 5; empty when the source has no ratings. */
  topSkills: z.array(
    z.object({ name: z.string(), kind: z.enum(["skill", "knowledge", "ability"]), importance: z.number() }),
  ),
});

export const CareerCodeParamsSchema = z.object({ code: CareerCodeSchema });

export const ClusterListReplySchema = z.object({
  clusters: z.array(ClusterSchema.extend({ careerCount: z.number().int() })),
});

export type SalaryRange = z.infer<typeof SalaryRangeSchema>;
export type CareerFacts = z.infer<typeof CareerFactsSchema>;
export type CareerSummary = z.infer<typeof CareerSummarySchema>;
export type CareerFilters = z.infer<typeof CareerFiltersSchema>;
export type CareerListQuery = z.infer<typeof CareerListQuerySchema>;
export type CareerListReply = z.infer<typeof CareerListReplySchema>;
export type CareerSearchQuery = z.infer<typeof CareerSearchQuerySchema>;
export type CareerSearchReply = z.infer<typeof CareerSearchReplySchema>;
export type CareerDetailReply = z.infer<typeof CareerDetailReplySchema>;
export type ClusterListReply = z.infer<typeof ClusterListReplySchema>;
