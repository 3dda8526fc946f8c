import { z } from "zod";
import { RouteHealthSchema } from "./admin";

const Count = z.number().int().nonnegative();
const Share = z.number().min(0).max(1);
/** A share with Wilson's 95 % interval. */
const RateSchema = z.object({ estimate: Share, low: Share, high: Share });

export const JobAnalyticsQuerySchema = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

/** Swipes of one sitting, from and to; null for no upper end. */
export const SITTING_SIZES = [
  [1, 1],
  [2, 5],
  [6, 10],
  [11, 20],
  [21, 50],
  [51, null],
] as const;

/** GET admin/jobs/analytics */
export const JobAnalyticsReplySchema = z.object({
  days: z.number().int(),
  /** The first moment that counts. */
  from: z.iso.datetime(),
  countedAt: z.iso.datetime(),
  totals: z.object({
    openJobs: Count,
    closedJobs: Count,
    /** Open ones that were written for Waymark. */
    demoJobs: Count,
    companies: Count,
    /** Within the days. */
    feeds: Count,
    shown: Count,
    swipes: Count,
    applications: Count,
    /** Moved to HIRED within the days. */
    hired: Count,
  }),
  /** With so many other open jobs the demo ones close by themselves. */
  demoJobsCloseAt: Count,
  /** Jobs shown within the days, each once a person, in ten parts of one size by their score, lowest first. */
  deciles: z.array(
    z.object({
      decile: z.number().int().min(1).max(10),
      scoreMin: z.number(),
      scoreMax: z.number(),
      shown: Count,
      /** Shown to people whose clicks are recorded, and opened by them. */
      recorded: Count,
      opened: Count,
      openRate: RateSchema,
      /** Swiped either way, and to the right. */
      swiped: Count,
      applied: Count,
      applyRate: RateSchema,
    }),
  ),
  /** The same jobs by the cosine with the profile, in steps of 0.05; those without one are left out. */
  similarity: z.array(z.object({ from: z.number(), to: z.number(), shown: Count, applied: Count })),
  /** Swipes of one person with less than half an hour between. */
  sittings: z.object({
    count: Count,
    medianSwipes: z.number().nullable(),
    sizes: z.array(z.object({ from: z.number().int(), to: z.number().int().nullable(), count: Count })),
  }),
  /** How fast this process answers what the deck asks for; only routes that were asked. */
  latency: z.array(RouteHealthSchema),
});
export type JobAnalyticsReply = z.infer<typeof JobAnalyticsReplySchema>;
export type JobAnalyticsQuery = z.output<typeof JobAnalyticsQuerySchema>;
