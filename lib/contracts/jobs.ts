import { z } from "zod";
import { CareerCodeSchema } from "./catalogue";
import { SENIORITIES } from "./me";
import { StorableText } from "./operation";

export const SenioritySchema = z.enum(SENIORITIES);
export type Seniority = z.infer<typeof SenioritySchema>;

export const DISCOVER_LIMIT_MAX = 50;
/** Right swipes from which on likes move the profile embedding. */
export const LIKES_NEEDED = 5;

const Points = (max: number) => z.number().min(0).max(max);
/** Points of each part; they sum to the score, 0 to 100. */
export const JobPartsSchema = z.object({
  embedding: Points(55),
  skills: Points(20),
  seniority: Points(10),
  recency: Points(10),
  location: Points(5),
  /** What a trained ranker adds to these, or takes away; 0 where none has a part in the score. */
  learned: z.number().min(-100).max(100).default(0),
});
export type JobParts = z.infer<typeof JobPartsSchema>;

export const JobReasonsSchema = z.object({ for: z.array(z.string()), against: z.array(z.string()) });

/** What the occupation says, where the posting itself is silent; null and empty where the posting speaks or nothing is known. */
const TypicalSchema = z.object({
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  skills: z.array(z.string()),
  seniority: SenioritySchema.nullable(),
});

export const JobSummarySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  company: z.string(),
  companyId: z.uuid(),
  location: z.string(),
  remote: z.boolean(),
  /** As the posting says; null when it does not. */
  seniority: SenioritySchema.nullable(),
  /** Skills and tools as the posting names them. */
  tags: z.array(z.string()),
  /** US dollars a year as the posting says; null when it does not. */
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  typical: TypicalSchema,
  /** The occupation that the posting is most like. */
  career: z.object({ code: CareerCodeSchema, title: z.string(), confidence: z.number().min(0).max(1) }).nullable(),
  cluster: z.string().nullable(),
  postedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** Open for applications. */
  isActive: z.boolean(),
  /** Written for Waymark, to show what the feed is like. */
  isDemo: z.boolean(),
});
export type JobSummary = z.infer<typeof JobSummarySchema>;

/** true and false as a query string writes them. */
const QueryFlag = z.enum(["true", "false"]).transform((value) => value === "true");
const QueryLine = StorableText.trim().min(1).max(80);
/** A list with commas between, without repetitions. */
const queryList = <Item extends z.ZodType<unknown, string>>(item: Item, countMax: number) =>
  z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .split(",")
          .map((part) => part.trim())
          .filter((part) => part !== ""),
      ),
    ])
    .pipe(z.array(item).min(1).max(countMax));

export const JobFiltersSchema = z.object({
  remote: QueryFlag.optional(),
  /** Part of the location's name. */
  location: QueryLine.optional(),
  /** Such as MID,SENIOR: as the posting says, or as is typical for its occupation. */
  seniority: queryList(SenioritySchema, SENIORITIES.length).optional(),
  /** US dollars a year that the posting's range reaches; the typical one counts where it names none. */
  salary_min: z.coerce.number().min(0).max(10_000_000).optional(),
  cluster: StorableText.trim().min(1).max(64).optional(),
  /** Only jobs of this occupation. */
  career: CareerCodeSchema.optional(),
  /** All of these must be among the posting's skills, or the typical ones where it names none. */
  skills: queryList(QueryLine, 10).optional(),
});
export type JobFilters = z.output<typeof JobFiltersSchema>;

/** GET jobs/discover */
export const DiscoverQuerySchema = JobFiltersSchema.extend({
  limit: z.coerce.number().int().min(1).max(DISCOVER_LIMIT_MAX).default(20),
  /** Where the last page ended; its filters count, whatever else is sent along. */
  cursor: z.string().min(1).max(200).optional(),
});

export const LearningSchema = z.object({
  /** Right swipes that count. */
  likes: z.number().int().min(0),
  /** How many it takes. */
  needed: z.literal(LIKES_NEEDED),
  /** Whether they are in the order already. */
  isApplied: z.boolean(),
  /** What keeps likes from ever moving the order, as things are: personal recommendations are off, or there is no model; null for nothing. */
  obstacle: z.enum(["switched_off", "no_model"]).nullable(),
});

export const DiscoverItemSchema = JobSummarySchema.extend({
  /** Of this showing of the job: what a swipe or a view refers to. */
  recommendationId: z.uuid(),
  position: z.number().int().min(1),
  score: z.number().min(0).max(100),
  parts: JobPartsSchema,
  /** Raw cosine of the job and the profile; null without either. */
  similarity: z.number().min(-1).max(1).nullable(),
  reasons: JobReasonsSchema,
});
export type DiscoverItem = z.infer<typeof DiscoverItemSchema>;

export const WIDENING = ["remote", "location", "seniority", "salary_min", "cluster", "career", "skills"] as const;

export const DiscoverReplySchema = z.object({
  items: z.array(DiscoverItemSchema),
  nextCursor: z.string().nullable(),
  hasMore: z.boolean(),
  /** profile: ranked for what the person said; learned: for what they liked as well; cold: nothing is known of them yet. */
  mode: z.enum(["profile", "learned", "cold"]),
  learning: LearningSchema,
  /** Whether a trained ranker had a part in the order of these items. */
  ml_ranking_applied: z.boolean(),
  /** How unlike the items' occupations are to each other: the mean over pairs, 0 to 1. */
  diversity_score: z.number().min(0).max(1),
  /** When the end is reached: which filter to leave out for how many more jobs, most first. */
  widen: z.array(z.object({ filter: z.enum(WIDENING), count: z.number().int().min(1) })),
});
export type DiscoverReply = z.infer<typeof DiscoverReplySchema>;

export const JobIdParamsSchema = z.object({ jobId: z.uuid() });

/** GET jobs/{jobId} */
export const JobDetailReplySchema = JobSummarySchema.extend({
  description: z.string(),
  sourceUrl: z.string(),
  /** By its employer, who reads the applications here. */
  isPostedHere: z.boolean(),
  about: z.object({ id: z.uuid(), name: z.string(), about: z.string(), website: z.string(), location: z.string() }),
  /** null for somebody seen for the first time */
  match: z
    .object({
      score: z.number().min(0).max(100),
      parts: JobPartsSchema,
      similarity: z.number().min(-1).max(1).nullable(),
      /** The same in a word, by how few jobs are as near: 1 in 100, 1 in 20, 1 in 4. */
      similarityLevel: z.enum(["strong", "good", "some", "weak", "unknown"]),
      skills: z.object({
        met: z.array(
          z.object({
            name: z.string(),
            /** Taken from what the person wrote, rather than listed by them: they can say that it is wrong. */
            isInferred: z.boolean(),
          }),
        ),
        missing: z.array(z.string()),
        /** Of the occupation, since the posting names none. */
        areTypical: z.boolean(),
      }),
      seniority: z.enum(["exact", "adjacent", "other", "unknown"]),
      location: z.enum(["remote", "preferred", "other", "unknown"]),
      reasons: JobReasonsSchema,
    })
    .nullable(),
  swipe: z.enum(["LEFT", "RIGHT"]).nullable(),
  applicationId: z.uuid().nullable(),
});
export type JobDetailReply = z.infer<typeof JobDetailReplySchema>;

/** What somebody rules out; shown to them, and editable. */
export const JobPreferencesSchema = z.object({
  remoteOnly: z.boolean().default(false),
  salaryMin: z.number().min(0).max(10_000_000).nullable().default(null),
  hiddenCompanies: z
    .array(z.object({ id: z.uuid(), name: StorableText.max(200) }))
    .max(100)
    .default([]),
  hiddenClusters: z.array(StorableText.trim().min(1).max(64)).max(50).default([]),
  hiddenLocations: z.array(QueryLine).max(50).default([]),
  hiddenSeniorities: z.array(SenioritySchema).max(SENIORITIES.length).default([]),
});
export type JobPreferences = z.infer<typeof JobPreferencesSchema>;

/** GET and PATCH me/job-preferences */
export const JobPreferencesReplySchema = z.object({
  preferences: JobPreferencesSchema,
  /** Skills that were inferred but which the person does not have. */
  deniedSkills: z.array(z.string()),
  learning: LearningSchema,
});
export type JobPreferencesReply = z.infer<typeof JobPreferencesReplySchema>;
export const UpdateJobPreferencesRequestSchema = z.strictObject({
  remoteOnly: z.boolean().optional(),
  salaryMin: JobPreferencesSchema.shape.salaryMin.unwrap().optional(),
  hiddenCompanies: JobPreferencesSchema.shape.hiddenCompanies.unwrap().optional(),
  hiddenClusters: JobPreferencesSchema.shape.hiddenClusters.unwrap().optional(),
  hiddenLocations: JobPreferencesSchema.shape.hiddenLocations.unwrap().optional(),
  hiddenSeniorities: JobPreferencesSchema.shape.hiddenSeniorities.unwrap().optional(),
  deniedSkills: z.array(QueryLine).max(200).optional(),
});

export const SWIPE_REASONS = ["pay", "location", "company", "field", "seniority", "other"] as const;
export type SwipeReason = (typeof SWIPE_REASONS)[number];

export const RuledOutSchema = z.object({
  salaryMin: z.object({ before: z.number().nullable(), after: z.number() }).optional(),
  /** Ids of companies and clusters, names of places and levels. */
  hiddenCompanies: z.array(z.string()).optional(),
  hiddenClusters: z.array(z.string()).optional(),
  hiddenLocations: z.array(z.string()).optional(),
  hiddenSeniorities: z.array(z.string()).optional(),
});
/** What the reasons of a left swipe account for among somebody's preferences. */
export type RuledOut = z.infer<typeof RuledOutSchema>;

/** POST swipes */
export const SwipeRequestSchema = z.strictObject({
  jobId: z.uuid(),
  direction: z.enum(["LEFT", "RIGHT"]),
  /** Why not, of a left swipe: each but "other" becomes a preference that can be edited. */
  reasons: z.array(z.enum(SWIPE_REASONS)).max(SWIPE_REASONS.length).default([]),
});

export const SwipeReplySchema = z.object({
  jobId: z.uuid(),
  direction: z.enum(["LEFT", "RIGHT"]),
  /** Of a right swipe. */
  application: z.object({ id: z.uuid(), status: z.string() }).nullable(),
  /** Preferences that the reasons changed. */
  preferences: JobPreferencesSchema,
  learning: LearningSchema,
});
export type SwipeReply = z.infer<typeof SwipeReplySchema>;

/** DELETE swipes/{jobId}: as if it had not been swiped; an application is withdrawn, what only its reasons ruled out no longer is. */
export const UndoSwipeReplySchema = z.object({
  jobId: z.uuid(),
  /** false when there was nothing to undo */
  undone: z.boolean(),
  preferences: JobPreferencesSchema,
  learning: LearningSchema,
});

/** GET swipes */
export const SwipeListQuerySchema = z.object({
  direction: z.enum(["LEFT", "RIGHT"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(200).optional(),
});
export const SwipeListReplySchema = z.object({
  items: z.array(
    z.object({
      job: JobSummarySchema,
      direction: z.enum(["LEFT", "RIGHT"]),
      reasons: z.array(z.string()),
      createdAt: z.iso.datetime(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type SwipeListReply = z.infer<typeof SwipeListReplySchema>;

export const JOB_ACTIONS = ["view", "open", "share"] as const;

/** POST jobs/interact: what somebody did with jobs that they were shown; recorded with consent alone. */
export const JobInteractRequestSchema = z.strictObject({
  events: z
    .array(
      z.strictObject({
        eventId: z.uuid(),
        jobId: z.uuid(),
        recommendationId: z.uuid().optional(),
        action: z.enum(JOB_ACTIONS),
        /** Of a view. */
        seconds: z.number().min(0).max(86_400).optional(),
        occurredAt: z.iso.datetime({ offset: true }).optional(),
      }),
    )
    .min(1)
    .max(100),
});
export const JobInteractReplySchema = z.object({
  /** How many are recorded by this call: not those that were before, nor those without consent. */
  recorded: z.number().int().min(0),
});
