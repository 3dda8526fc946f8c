import { z } from "zod";

/** Who may call an operation. A guest is known by their cookie; an account signed in or sent an access token. */
export const ACCESS = ["anyone", "known", "account", "admin"] as const;
export type Access = (typeof ACCESS)[number];

export const LIMIT_NAMES = ["auth", "account", "tracking", "compute", "read"] as const;
/** Which allowance calls are counted against; the numbers are in lib/web/rate-limits.ts. */
export type LimitName = (typeof LIMIT_NAMES)[number];

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503;

/** One endpoint: what its route parses, what its reply must match and what the documentation says. */
export type Operation = {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** Under /api/v1, with {parameters} as OpenAPI writes them. */
  path: string;
  tag: (typeof TAGS)[number]["name"];
  summary: string;
  access: Access;
  limit?: LimitName;
  /** Of success; 200 when left out. */
  status?: 200 | 201 | 202;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Bytes; 256 kB when left out. */
  bodyBytesMax?: number;
  reply: z.ZodType;
  /** Of a reply that is a file rather than JSON. */
  mediaType?: "text/csv" | "application/pdf";
  /** Problem replies beside 500, and beside those that `access` and `limit` bring, with what causes each. */
  problems: Partial<Record<ProblemStatus, string>>;
};

export const TAGS = [
  { name: "Quiz", description: "19 questions, answered once each." },
  { name: "Results", description: "Ranked and explained careers for one quiz." },
  { name: "Careers", description: "The catalogue of real occupations." },
  { name: "Jobs", description: "Postings ranked for a person, swipes and applications." },
  { name: "Employers", description: "Posting jobs and moving applicants along." },
  { name: "Accounts", description: "Registering, signing in, tokens." },
  { name: "Me", description: "One's own profile, saved careers, settings and data." },
  { name: "Tracking", description: "What people do with recommendations, and what came of it." },
  { name: "Admin", description: "Catalogue, people and health: for admins only." },
] as const;

export const NOT_READY = "The catalogue is still being loaded.";
export const BODY_PROBLEMS = {
  400: "A field is missing, malformed or out of range; each is named.",
  413: "The body is larger than 256 kB.",
  415: "The body is not application/json.",
  503: NOT_READY,
} as const;

/** For replies that only confirm. */
export const DoneReplySchema = z.object({ done: z.literal(true) });
export const DONE: z.infer<typeof DoneReplySchema> = { done: true };

/** PostgreSQL stores neither NUL nor half a surrogate pair, which is what cutting a text inside an emoji leaves. */
export const StorableText = z
  .string()
  .overwrite((text) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd"));
