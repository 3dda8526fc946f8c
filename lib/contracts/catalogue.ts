import { z } from "zod";
import { DIMENSION_COUNT, DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";

/** O*NET-SOC code of an occupation, such as 15-1252.00. */
export const CareerCodeSchema = z.string().regex(/^\d{2}-\d{4}\.\d{2}$/, "must look like 15-1252.00");

export const ClusterSchema = z.object({
  /** kebab-case, stable */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** What a person reads, such as "Computing & data". */
  name: z.string().min(3),
  /** One plain sentence of our own on what the work in it has in common. */
  blurb: z.string().min(10),
});

const Importance = z.number().min(1).max(5);
const Percent = z.number().min(0).max(100);

/**
 * Wages of May 2024. `null` means not published. A percentile named in `topCoded` is at least the survey's ceiling
 * ($239,200 a year, $115.00 an hour): its number is null because the source gives none.
 */
export const WagesSchema = z.object({
  year: z.literal(2024),
  /** Some occupations (actors, musicians) are published by the hour only. */
  period: z.enum(["year", "hour"]),
  p10: z.number().positive().nullable(),
  p25: z.number().positive().nullable(),
  median: z.number().positive().nullable(),
  p75: z.number().positive().nullable(),
  p90: z.number().positive().nullable(),
  topCoded: z.array(z.enum(["p10", "p25", "median", "p75", "p90"])),
});

export const OutlookSchema = z.object({
  from: z.literal(2024),
  to: z.literal(2034),
  /** Jobs at the start, in persons. */
  employment: z.number().int().nonnegative(),
  /** Change over the ten years, in percent. */
  growthPercent: z.number(),
  /** Openings a year on average, growth and replacement together, in persons. */
  openingsPerYear: z.number().int().nonnegative(),
});

export const EducationSchema = z.object({
  /** What the statistics office calls the typical entry level; null when it gives none. */
  typicalEntry: z
    .enum([
      "No formal educational credential",
      "High school diploma or equivalent",
      "Some college, no degree",
      "Postsecondary nondegree award",
      "Associate's degree",
      "Bachelor's degree",
      "Master's degree",
      "Doctoral or professional degree",
    ])
    .nullable(),
  experience: z.string().nullable(),
  training: z.string().nullable(),
  /** Share of workers at each of O*NET's 12 levels of required education, in percent, lowest first; null when not surveyed. */
  distribution: z.array(Percent).length(12).nullable(),
});

export const RiasecSchema = z.object({
  realistic: z.number().min(1).max(7),
  investigative: z.number().min(1).max(7),
  artistic: z.number().min(1).max(7),
  social: z.number().min(1).max(7),
  enterprising: z.number().min(1).max(7),
  conventional: z.number().min(1).max(7),
  /** The high points, strongest first, such as "IRC". */
  code: z.string().regex(/^[RIASEC]{1,3}$/),
});

export const WorkValuesSchema = z.object({
  achievement: z.number().min(1).max(7),
  independence: z.number().min(1).max(7),
  recognition: z.number().min(1).max(7),
  relationships: z.number().min(1).max(7),
  support: z.number().min(1).max(7),
  workingConditions: z.number().min(1).max(7),
});

/** One line of prisma/catalogue/careers.jsonl. Only facts and figures come from public sources; every sentence is Waymark's own. */
export const CatalogueCareerSchema = z.object({
  code: CareerCodeSchema,
  title: z.string().min(2),
  alternateTitles: z.array(z.string().min(2)).max(12),
  cluster: ClusterSchema.shape.id,
  jobZone: z.number().int().min(1).max(5),
  summary: z.string(),
  day: z.array(z.string()).length(3),
  fits: z.string(),
  tough: z.string(),
  keywords: z.array(z.string()).min(1),
  /** 15 numbers in the order of DIMENSIONS, one decimal. */
  abilityVector: z.array(z.number().min(DIMENSION_MIN).max(DIMENSION_MAX)).length(DIMENSION_COUNT),
  /** True when some of the vector's ratings were estimated by regression because the source has none. */
  abilityEstimated: z.boolean(),
  /** The 6-digit code under which the statistics office publishes wages and outlook; null when it publishes none. */
  blsCode: z
    .string()
    .regex(/^\d{2}-\d{4}$/)
    .nullable(),
  blsTitle: z.string().nullable(),
  /** True when wages and outlook are those of a group that other careers of the catalogue share. */
  blsShared: z.boolean(),
  wages: WagesSchema.nullable(),
  outlook: OutlookSchema.nullable(),
  education: EducationSchema,
  riasec: RiasecSchema,
  values: WorkValuesSchema.nullable(),
  /** The work styles that matter most, strongest first, at most 6; impact from -3 to 3. */
  styles: z.array(z.object({ name: z.string(), impact: z.number().min(-3).max(3) })).max(6),
  /** How much the job asks for staying calm under pressure: percentile of Stress Tolerance among all careers, 0 to 100; null when unrated. */
  stressPercentile: Percent.nullable(),
  /** Importance ratings in the order of elements.json; null when the source has none. */
  skills: z.array(Importance).nullable(),
  knowledge: z.array(Importance).nullable(),
  abilities: z.array(Importance).nullable(),
  technologies: z.array(z.object({ name: z.string(), hot: z.boolean(), inDemand: z.boolean() })).max(16),
  related: z.array(CareerCodeSchema).max(12),
  majors: z.array(z.object({ cip: z.string(), title: z.string() })).max(12),
  /** Where people in it work: industry sectors by share of jobs, largest first, at most 5. */
  industries: z.array(z.object({ name: z.string(), percent: Percent })).max(5),
  ai: z.object({
    /** Share of the work that language models with tools could speed up (Eloundou et al. 2023, beta, model-rated), 0 to 1. */
    exposure: z.number().min(0).max(1).nullable(),
    /** How much people already use an assistant for the work's activities (Tomlinson et al. 2025, applicability score), 0 to 1. */
    applicability: z.number().min(0).max(1).nullable(),
    /** Percentile of exposure among all careers, 0 to 100. */
    exposurePercentile: Percent.nullable(),
  }),
});

export const CatalogueElementsSchema = z.object({
  skills: z.array(z.string()),
  knowledge: z.array(z.string()),
  abilities: z.array(z.string()),
});

export type Cluster = z.infer<typeof ClusterSchema>;
export type CatalogueCareer = z.infer<typeof CatalogueCareerSchema>;
export type CatalogueElements = z.infer<typeof CatalogueElementsSchema>;
