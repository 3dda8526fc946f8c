import { z } from "zod";
import { KnownPasswordSchema } from "./auth";
import { RuledOutSchema } from "./jobs";
import { RoleSchema } from "./roles";

/** Raised when a file that a program reads today would read otherwise tomorrow. */
export const EXPORT_VERSION = 1;

/** What is kept about a person, in the order of the file that they can download. */
export const USER_DATA_KINDS = [
  "quizzes",
  "lists",
  "interactions",
  "interactionTotals",
  "savedCareers",
  "reactions",
  "settledEvents",
  "shareLinks",
  "jobProfile",
  "jobFeeds",
  "jobsShown",
  "jobInteractions",
  "swipes",
  "applications",
  "applicationEvents",
  "companies",
  "consents",
  "sessions",
  "endedSessions",
  "auditEntries",
] as const;
export type UserDataKind = (typeof USER_DATA_KINDS)[number];

const Instant = z.iso.datetime();
/** The title beside a code is for people: it is looked up when the file is made. */
const CareerTitle = z.string().nullable();
const JobTitle = z.string().nullable();
const JsonObject = z.record(z.string(), z.unknown());

export const ProfileExportSchema = z.strictObject({
  id: z.uuid(),
  role: RoleSchema,
  email: z.string().nullable(),
  headline: z.string(),
  skills: z.array(z.string()),
  preferredLocations: z.array(z.string()),
  seniority: z.string().nullable(),
  /** Whether what the person saved and set aside moves their recommendations. */
  usesHistory: z.boolean(),
  /** From when on what the person does with lists of careers moves their own; null for always. */
  learnsSinceAt: Instant.nullable(),
  /** Whether what the person does may be recorded; null before they were asked. */
  trackingConsent: z.boolean().nullable(),
  /** How often the person signed out everywhere. */
  sessionEpoch: z.number(),
  lockedAt: Instant.nullable(),
  createdAt: Instant,
  lastSeenAt: Instant,
});

const AnswerExportSchema = z.strictObject({
  questionId: z.string(),
  /** As it reads today; null when the quiz has changed since. */
  question: z.string().nullable().default(null),
  value: z.unknown(),
});

export const ListedCareerExportSchema = z.strictObject({
  id: z.uuid(),
  position: z.number(),
  careerCode: z.string(),
  career: CareerTitle,
  score: z.number(),
  parts: JsonObject,
  embeddingSimilarity: z.number().nullable(),
  abilitySimilarity: z.number().nullable(),
  explanation: JsonObject,
  /** What a ranker may know of the person and the career, in the order of its table of features; null is not known. */
  features: z.array(z.number().nullable()).nullable(),
  policy: z.string(),
  modelVersion: z.string().nullable(),
  propensity: z.number(),
});

/** One row of each kind. Strict, so that a column which nobody thought of is noticed rather than left out. */
export const USER_DATA_ROWS = {
  quizzes: z.strictObject({
    id: z.uuid(),
    quizVersion: z.string(),
    createdAt: Instant,
    answers: z.array(AnswerExportSchema),
  }),
  lists: z.strictObject({
    id: z.uuid(),
    sessionId: z.uuid().nullable(),
    surface: z.string(),
    mode: z.string(),
    options: JsonObject,
    embeddingModel: z.string().nullable(),
    diversityScore: z.number(),
    featureVersion: z.string().nullable(),
    createdAt: Instant,
    careers: z.array(ListedCareerExportSchema),
  }),
  interactions: z.strictObject({
    id: z.uuid(),
    kind: z.string(),
    careerCode: z.string().nullable(),
    career: CareerTitle,
    /** Seconds of a view, stars of a rating. */
    value: z.number().nullable(),
    /** What it teaches a ranker, 0 to 1. */
    label: z.number(),
    recommendationId: z.uuid().nullable(),
    sessionId: z.uuid().nullable(),
    context: z.unknown(),
    occurredAt: Instant,
    createdAt: Instant,
  }),
  /** Sums of the interactions, kept so that figures are there at once. */
  interactionTotals: z.strictObject({
    careerCode: z.string(),
    career: CareerTitle,
    /** All zeros for what was done outside of a list. */
    recommendationId: z.uuid(),
    ...{ views: z.number(), clicks: z.number(), implementations: z.number(), saves: z.number(), shares: z.number() },
    ...{ ratings: z.number(), dismissals: z.number(), viewMs: z.number(), halfStars: z.number() },
    labelMillionths: z.number(),
  }),
  savedCareers: z.strictObject({
    careerCode: z.string(),
    career: CareerTitle,
    list: z.string(),
    note: z.string(),
    createdAt: Instant,
  }),
  reactions: z.strictObject({
    careerCode: z.string(),
    career: CareerTitle,
    kind: z.string(),
    value: z.number().nullable(),
    createdAt: Instant,
  }),
  settledEvents: z.strictObject({ id: z.uuid() }),
  shareLinks: z.strictObject({ id: z.uuid(), slateId: z.uuid(), createdAt: Instant, revokedAt: Instant.nullable() }),
  /** What the person looks for in jobs; the embeddings follow from the rest and are left out. */
  jobProfile: z.strictObject({
    preferences: JsonObject,
    deniedSkills: z.array(z.string()),
    embeddingModel: z.string().nullable(),
    baseHash: z.string(),
    likedCount: z.number(),
    learnsSinceAt: Instant.nullable(),
    updatedAt: Instant,
  }),
  /** The order in which jobs were ranked, with the numbers of each: score, parts, cosine, and what a ranker adds. */
  jobFeeds: z.strictObject({
    id: z.uuid(),
    filters: JsonObject,
    mode: z.string(),
    jobIds: z.array(z.uuid()),
    scores: z.array(z.number()),
    shownIds: z.array(z.uuid()),
    modelVersion: z.string().nullable(),
    createdAt: Instant,
  }),
  jobsShown: z.strictObject({
    id: z.uuid(),
    feedId: z.uuid(),
    jobId: z.uuid(),
    job: JobTitle,
    position: z.number(),
    score: z.number(),
    parts: JsonObject,
    similarity: z.number().nullable(),
    /** What a ranker may know of the person and the job, in the order of its table of features; null is not known. */
    features: z.array(z.number().nullable()).nullable(),
    featureVersion: z.string().nullable(),
    policy: z.string(),
    modelVersion: z.string().nullable(),
    propensity: z.number(),
    createdAt: Instant,
  }),
  jobInteractions: z.strictObject({
    id: z.uuid(),
    jobId: z.uuid(),
    job: JobTitle,
    impressionId: z.uuid().nullable(),
    action: z.string(),
    /** Of a view. */
    seconds: z.number().nullable(),
    scoreAtView: z.number().nullable(),
    occurredAt: Instant,
    createdAt: Instant,
  }),
  swipes: z.strictObject({
    jobId: z.uuid(),
    job: JobTitle,
    direction: z.string(),
    reasons: z.array(z.string()),
    ruledOut: RuledOutSchema.nullable(),
    score: z.number().nullable(),
    createdAt: Instant,
  }),
  applications: z.strictObject({
    id: z.uuid(),
    jobId: z.uuid(),
    job: JobTitle,
    status: z.string(),
    scoreAtApply: z.number(),
    partsAtApply: JsonObject,
    note: z.string(),
    withdrawnAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  }),
  applicationEvents: z.strictObject({
    id: z.uuid(),
    applicationId: z.uuid(),
    kind: z.string(),
    actor: z.string(),
    fromStatus: z.string().nullable(),
    toStatus: z.string().nullable(),
    message: z.string(),
    createdAt: Instant,
  }),
  /** Company pages that the person made. */
  companies: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    importKey: z.string().nullable(),
    about: z.string(),
    website: z.string(),
    location: z.string(),
    createdAt: Instant,
    updatedAt: Instant,
  }),
  consents: z.strictObject({
    id: z.uuid(),
    purpose: z.string(),
    isGranted: z.boolean(),
    policyVersion: z.string(),
    createdAt: Instant,
  }),
  /** The refresh tokens of programs, without what would let anybody use them. */
  sessions: z.strictObject({
    id: z.uuid(),
    familyId: z.uuid(),
    epoch: z.number(),
    createdAt: Instant,
    expiresAt: Instant,
    usedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  }),
  /** Browsers that signed out before their session was over. */
  endedSessions: z.strictObject({ id: z.uuid(), expiresAt: Instant }),
  /** What admins did to the account, and what the person did as an admin, without anybody else's id. */
  auditEntries: z.strictObject({
    id: z.uuid(),
    wasDoneBy: z.enum(["me", "somebody else"]),
    isAboutMe: z.boolean(),
    action: z.string(),
    targetType: z.string(),
    targetId: z.string().nullable(),
    details: z.unknown(),
    createdAt: Instant,
  }),
} as const satisfies Record<UserDataKind, z.ZodObject>;

const rowsOf = <Kind extends UserDataKind>(kind: Kind) => z.array(USER_DATA_ROWS[kind]);

/** The file that a person downloads: everything that is stored about them, but no password and no token. */
export const ExportSchema = z.strictObject({
  format: z.literal("waymark-export"),
  version: z.literal(EXPORT_VERSION),
  exportedAt: Instant,
  profile: ProfileExportSchema,
  quizzes: rowsOf("quizzes"),
  lists: rowsOf("lists"),
  interactions: rowsOf("interactions"),
  interactionTotals: rowsOf("interactionTotals"),
  savedCareers: rowsOf("savedCareers"),
  reactions: rowsOf("reactions"),
  settledEvents: rowsOf("settledEvents"),
  shareLinks: rowsOf("shareLinks"),
  jobProfile: rowsOf("jobProfile"),
  jobFeeds: rowsOf("jobFeeds"),
  jobsShown: rowsOf("jobsShown"),
  jobInteractions: rowsOf("jobInteractions"),
  swipes: rowsOf("swipes"),
  applications: rowsOf("applications"),
  applicationEvents: rowsOf("applicationEvents"),
  companies: rowsOf("companies"),
  consents: rowsOf("consents"),
  sessions: rowsOf("sessions"),
  endedSessions: rowsOf("endedSessions"),
  auditEntries: rowsOf("auditEntries"),
});

export type UserDataCounts = Record<UserDataKind, number>;
export type DeleteMeRequest = z.input<typeof DeleteMeRequestSchema>;
export type UserDataRow<Kind extends UserDataKind> = z.infer<(typeof USER_DATA_ROWS)[Kind]>;

export const DeleteMeRequestSchema = z.strictObject({
  /** The account's; guests have none. */
  password: KnownPasswordSchema.optional(),
});
