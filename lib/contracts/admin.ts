import { z } from "zod";
import { PageQuerySchema, PageReplySchema, QuerySearchText } from "./paging";
import { ROLES, RoleSchema } from "./roles";

/** What an account can be: a guest is what somebody without an account is. */
export const ACCOUNT_ROLES = ROLES.filter((role) => role !== "guest");

export const PERSON_STATUSES = ["all", "open", "locked"] as const;
export const PERSON_SORTS = ["created", "seen", "email"] as const;

export const PeopleFiltersSchema = z.object({
  /** An e-mail address or how it begins, or somebody's whole id. */
  q: QuerySearchText.optional(),
  /** Accounts of every role when left out; guests only when asked for. */
  role: RoleSchema.optional(),
  status: z.enum(PERSON_STATUSES).default("all"),
  sort: z.enum(PERSON_SORTS).default("created"),
  order: z.enum(["asc", "desc"]).default("desc"),
});

export const PeopleQuerySchema = PeopleFiltersSchema.extend(PageQuerySchema.shape);

export const PersonSchema = z.object({
  id: z.uuid(),
  /** null of a guest */
  email: z.string().nullable(),
  role: RoleSchema,
  isLocked: z.boolean(),
  createdAt: z.iso.datetime(),
  /** To the day. */
  lastSeenAt: z.iso.datetime(),
});

export const PeopleReplySchema = PageReplySchema.extend({ items: z.array(PersonSchema) });

export const PersonParamsSchema = z.object({ id: z.uuid() });

export const ChangePersonRequestSchema = z
  .strictObject({
    role: z.enum(ACCOUNT_ROLES, `must be one of ${ACCOUNT_ROLES.join(", ")}`).optional(),
    locked: z.boolean().optional(),
  })
  .refine(({ role, locked }) => role !== undefined || locked !== undefined, "needs a role or locked");

export const TemporaryPasswordReplySchema = z.object({
  /** Shown this once: only its hash is kept. */
  temporaryPassword: z.string(),
});

export const AUDIT_ACTIONS = [
  "career.add",
  "career.change",
  "career.activate",
  "career.deactivate",
  "person.role",
  "person.lock",
  "person.unlock",
  "person.temporary_password",
  "person.delete",
  "export.people",
  "export.careers",
  "export.audit",
  "export.interactions",
  "ranker.train",
  "ranker.cancel",
  "ranker.promote",
  "ranker.roll_back",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

const Instant = z.iso.datetime({ offset: true }).or(z.iso.date());

export const AuditFiltersSchema = z.object({
  /** A whole action, or the part before its dot. */
  action: QuerySearchText.optional(),
  /** Who did it: an id or a whole e-mail address. */
  actor: QuerySearchText.optional(),
  /** The id of what it was done to. */
  target: QuerySearchText.optional(),
  /** An instant, or a day (UTC). */
  from: Instant.optional(),
  /** An instant, or a day (UTC), which then counts as a whole. */
  to: Instant.optional(),
});

export const AuditQuerySchema = AuditFiltersSchema.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(300).optional(),
});

export const AuditEntrySchema = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  action: z.string(),
  /** null for the system and for people deleted since. */
  actor: z.object({ id: z.uuid(), email: z.string().nullable() }).nullable(),
  targetType: z.string(),
  targetId: z.string().nullable(),
  /** What a person calls the target now: a title, an e-mail address. */
  targetName: z.string().nullable(),
  /** before and after hold what changed, and nothing else. */
  details: z.record(z.string(), z.unknown()).nullable(),
});

export const AuditReplySchema = z.object({ items: z.array(AuditEntrySchema), nextCursor: z.string().nullable() });

const DAYS_MAX = 366;
const Days = z.coerce.number().int().min(1).max(DAYS_MAX).default(30);

/** Kinds of lists that are recorded as they were shown. */
export const SURFACES = ["results", "search", "browse", "similar"] as const;

export const OverviewQuerySchema = z.object({ days: Days, surface: z.enum(SURFACES).default("results") });
export const InteractionsExportQuerySchema = z.object({ days: Days });

const Count = z.number().int().nonnegative();

/** How one route has been doing since this process started. */
export const RouteHealthSchema = z.object({
  method: z.string(),
  route: z.string(),
  count: Count,
  /** Replies 400 to 499, and 500 or more. */
  refused: Count,
  failed: Count,
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});

export const OverviewReplySchema = z.object({
  days: z.number().int(),
  surface: z.enum(SURFACES),
  /** The first day that counts, UTC midnight. */
  from: z.iso.datetime(),
  /** When this was counted; an answer is kept for a few seconds. */
  countedAt: z.iso.datetime(),
  people: z.object({
    guests: Count,
    accounts: Count,
    locked: Count,
    /** Seen within the days. */
    active: Count,
  }),
  totals: z.object({ quizzes: Count, slates: Count, impressions: Count, interactions: Count }),
  /** Recorded within the days: only of people who agreed to it. */
  recorded: z.object({
    view: Count,
    click: Count,
    implement: Count,
    save: Count,
    share: Count,
    rate: Count,
    dismiss: Count,
  }),
  /** How things stand now, of everybody. */
  now: z.object({ saved: Count, implementing: Count, dismissed: Count, rated: Count }),
  /** By place in the list, of the newest lists shown within the days to people whose clicks are recorded. */
  clickThrough: z.array(
    z.object({
      position: z.number().int(),
      impressions: Count,
      clicked: Count,
      rate: z.number(),
      /** Wilson's 95 % interval. */
      low: z.number(),
      high: z.number(),
    }),
  ),
  /** One entry a day (UTC), oldest first, without gaps. */
  daily: z.array(
    z.object({
      day: z.iso.date(),
      newAccounts: Count,
      newGuests: Count,
      quizzes: Count,
      slates: Count,
      interactions: Count,
    }),
  ),
  latency: z.array(RouteHealthSchema),
});

export const SystemReplySchema = z.object({
  database: z.object({
    engine: z.enum(["embedded", "server"]),
    version: z.string(),
    pgvector: z.string().nullable(),
    sizeBytes: Count,
    migrations: z.array(z.object({ name: z.string(), appliedAt: z.iso.datetime().nullable() })),
  }),
  catalogue: z.object({
    total: Count,
    active: Count,
    own: Count,
    changed: Count,
    /** Active ones with an embedding of the model in use. */
    embedded: Count,
    /** The shipped files that the database holds, and whether this version ships the same ones. */
    seededHash: z.string().nullable(),
    isCurrent: z.boolean(),
  }),
  model: z.object({ name: z.string().nullable(), isLoaded: z.boolean(), problem: z.string().nullable() }),
  process: z.object({
    appVersion: z.string(),
    nodeVersion: z.string(),
    startedAt: z.iso.datetime(),
    uptimeSeconds: z.number(),
    memoryBytes: z.object({ resident: Count, heapUsed: Count, heapTotal: Count }),
    /** How late timers were since this was last asked for; null while that is too short a time. */
    eventLoopLagMs: z.object({ mean: z.number(), p99: z.number(), max: z.number(), seconds: z.number() }).nullable(),
  }),
  /** Replies of 400 and more since this process started. */
  errors: z.array(z.object({ method: z.string(), route: z.string(), status: z.number().int(), count: Count })),
  /** What goes on beside requests. */
  work: z.array(
    z.object({
      name: z.enum(["requests", "catalogue"]),
      state: z.enum(["running", "idle", "stopping"]),
      /** Careers laid out for scoring. */
      count: Count.nullable(),
    }),
  ),
  rateLimitStore: z.enum(["memory", "redis", "off"]),
  /** In effect, whether set or not; secrets only as set or not set. */
  settings: z.array(
    z.object({
      name: z.string(),
      /** null of a secret, and of what is not set */
      value: z.string().nullable(),
      isSecret: z.boolean(),
      isSet: z.boolean(),
    }),
  ),
});

export type PeopleFilters = z.output<typeof PeopleFiltersSchema>;
export type PeopleQuery = z.output<typeof PeopleQuerySchema>;
export type Person = z.output<typeof PersonSchema>;
export type PeopleReply = z.output<typeof PeopleReplySchema>;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];
export type ChangePersonRequest = z.output<typeof ChangePersonRequestSchema>;
export type AuditFilters = z.output<typeof AuditFiltersSchema>;
export type AuditQuery = z.output<typeof AuditQuerySchema>;
export type AuditEntry = z.output<typeof AuditEntrySchema>;
export type AuditReply = z.output<typeof AuditReplySchema>;
export type OverviewReply = z.output<typeof OverviewReplySchema>;
export type SystemReply = z.output<typeof SystemReplySchema>;
export type OverviewQuery = z.output<typeof OverviewQuerySchema>;
