import { z } from "zod";
import { INTERACTION_KINDS, STARS_MAX } from "@/lib/engine/ranking/interaction-label";
import { CareerCodeSchema } from "./catalogue";
import { StorableText } from "./operation";
import { SessionIdSchema } from "./quiz";

/** A longer view says that a tab was left open. */
export const VIEW_SECONDS_MAX = 86_400;
export const BATCH_EVENTS_MAX = 100;
export const HISTORY_LIMIT_MAX = 100;
const CONTEXT_KEYS_MAX = 20;
const CONTEXT_BYTES_MAX = 2048;

/** Where and how it happened, such as { surface: "results", assessment: "...", session: "..." }: flat, at most 20 entries and 2 kB. */
export const InteractionContextSchema = z
  .record(
    StorableText.min(1).max(64),
    z.union([StorableText, z.number(), z.boolean(), z.null()], {
      error: "must be a text, a number, true, false or null",
    }),
  )
  .refine((context) => Object.keys(context).length <= CONTEXT_KEYS_MAX, `may have at most ${CONTEXT_KEYS_MAX} entries`)
  .refine(
    (context) => new TextEncoder().encode(JSON.stringify(context)).length <= CONTEXT_BYTES_MAX,
    `may have at most ${CONTEXT_BYTES_MAX} bytes as JSON`,
  );

const EventFields = {
  interaction_type: z.enum(INTERACTION_KINDS),
  /** Seconds of a view, 0 to 86,400 (unknown when left out); stars of a rating, 1 to 5, halves allowed; not kept for the rest. */
  interaction_value: z.number().optional(),
  context: InteractionContextSchema.optional(),
  /** When it happened by the sender's clock. Taken as the time of arrival when left out or later than that. */
  occurredAt: z.iso.datetime({ offset: true }).optional(),
};

type ValuedEvent = { interaction_type: (typeof INTERACTION_KINDS)[number]; interaction_value?: number | undefined };

function checkValue({ interaction_type: kind, interaction_value: value }: ValuedEvent, context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: "custom", path: ["interaction_value"], message });
  if (kind === "view" && value !== undefined && !(value >= 0 && value <= VIEW_SECONDS_MAX)) {
    refuse(`must be the seconds of the view, 0 to ${VIEW_SECONDS_MAX}`);
  }
  if (kind === "rate" && !(value !== undefined && value >= 1 && value <= STARS_MAX && Number.isInteger(2 * value))) {
    refuse(`must be 1 to ${STARS_MAX} stars, whole or half`);
  }
}

/** POST recommendations/interact/{recommendationId} */
export const InteractRequestSchema = z
  .strictObject({
    ...EventFields,
    /** Made by the sender where it happened: sending the same event again records nothing. Made by the server when left out. */
    eventId: z.uuid().optional(),
  })
  .superRefine(checkValue);

/** One event of a batch. Its id is required, since a batch is what gets sent again. */
export const BatchEventSchema = z
  .strictObject({ recommendationId: z.uuid(), ...EventFields, eventId: z.uuid() })
  .superRefine(checkValue);

/** An event that is not usable is answered on its own: it must not hold up the others of a queue for ever. */
const BatchItemSchema = z.union([
  BatchEventSchema.transform((event) => ({ event, fault: null })),
  z.unknown().transform((sent) => ({ event: null, fault: toFault(sent) })),
]);

function toFault(sent: unknown): { eventId: string | null; message: string } {
  const issues = BatchEventSchema.safeParse(sent).error?.issues ?? [];
  const message = issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join(".") || "event"}: ${message}`)
    .join("; ");
  const eventId = z.object({ eventId: z.uuid() }).safeParse(sent).data?.eventId ?? null;
  return { eventId, message };
}

/** POST recommendations/interact */
export const InteractBatchRequestSchema = z.strictObject({
  events: z.array(BatchItemSchema).min(1).max(BATCH_EVENTS_MAX),
});

/** Why an event is not recorded. It was dealt with all the same: sending it again changes nothing. */
const UNRECORDED_REASONS = ["duplicate", "no_consent", "opted_out"] as const;

export const InteractReplySchema = z.object({
  eventId: z.uuid(),
  recorded: z.boolean(),
  /** duplicate: it was recorded before; no_consent: its person did not agree; opted_out: the browser sends Do Not Track or GPC. */
  reason: z.enum(UNRECORDED_REASONS).optional(),
  interaction_type: z.enum(INTERACTION_KINDS),
  /** What it teaches a ranker, 0 to 1. */
  label: z.number().min(0).max(1),
});

export const InteractBatchReplySchema = z.object({
  /** One an event, in the order sent. None of them needs to be sent again. */
  results: z.array(
    z.object({
      /** null when the event had no usable id */
      eventId: z.uuid().nullable(),
      recorded: z.boolean(),
      reason: z.enum([...UNRECORDED_REASONS, "unknown_recommendation", "invalid"]).optional(),
      /** What is wrong with an invalid event. */
      message: z.string().optional(),
    }),
  ),
});

export const RecommendationIdParamsSchema = z.object({ recommendationId: z.uuid() });
/** An assessment is a submitted quiz; its id is the sessionId. */
export const AssessmentIdParamsSchema = z.object({ assessmentId: SessionIdSchema });

const Count = z.number().int().min(0);
const Share = z.number().min(0).max(1);

const FiguresSchema = z.object({
  total_interactions: Count,
  views: Count,
  clicks: Count,
  implementations: Count,
  saves: Count,
  shares: Count,
  ratings: Count,
  dismissals: Count,
  /** Impressions with at least one click, of all impressions: for one recommendation 0 or 1; 0 without impressions. */
  click_through_rate: Share,
  /** Impressions with at least one implement, of all impressions. */
  implementation_rate: Share,
  /** Mean label of the interactions; null without any. */
  average_label: Share.nullable(),
  /** Mean stars; null without ratings. */
  average_rating: z.number().min(1).max(STARS_MAX).nullable(),
  total_view_seconds: z.number().min(0),
});

/** GET recommendations/stats/{recommendationId} */
export const RecommendationStatsReplySchema = FiguresSchema.extend({
  recommendationId: z.uuid(),
  /** Everybody's impressions of this career and interactions with it; null while fewer than 5 people had any. */
  career: FiguresSchema.extend({ code: CareerCodeSchema, impressions: Count }).nullable(),
});

export const HistoryQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(HISTORY_LIMIT_MAX).default(20),
  cursor: z.string().max(1000).optional(),
});

/** GET recommendations/user/history: one's own recorded interactions. */
export const HistoryReplySchema = z.object({
  counts: z.record(z.enum(INTERACTION_KINDS), Count),
  /** Clusters by how much was done with their careers, dismissals left out; shares of all that, most first. */
  category_preferences: z.array(
    z.object({ cluster: z.string(), clusterId: z.string(), count: z.number().int().min(1), share: Share }),
  ),
  /** Careers that were implemented, of the careers with any interaction; 0 without any. */
  implementation_rate: Share,
  /** Mean label of all interactions; null without any. */
  average_engagement: Share.nullable(),
  /** Latest first. */
  items: z.array(
    z.object({
      eventId: z.uuid(),
      interaction_type: z.enum(INTERACTION_KINDS),
      value: z.number().nullable(),
      /** null for an interaction that was not about a career, or whose career is gone */
      career: z.object({ code: CareerCodeSchema, title: z.string() }).nullable(),
      occurredAt: z.iso.datetime(),
      recommendationId: z.uuid().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const REACTION_KINDS = ["dismiss", "implement", "rate", "ignore"] as const;

const ReactionSchema = z.object({
  careerCode: CareerCodeSchema,
  title: z.string(),
  /** dismiss: left out of lists; implement: "I'm doing this"; rate: stars in value; ignore: left out of personalization. */
  kind: z.enum(REACTION_KINDS),
  value: z.number().nullable(),
  createdAt: z.iso.datetime(),
});

/** GET me/reactions: how one stands to careers now, latest first. */
export const ReactionListReplySchema = z.object({ items: z.array(ReactionSchema) });

export const ReactionParamsSchema = z.object({ careerCode: CareerCodeSchema, kind: z.enum(REACTION_KINDS) });

export const ReactRequestSchema = z.strictObject({
  /** Stars, for rate only. */
  value: z.number().min(1).max(STARS_MAX).multipleOf(0.5).optional(),
  /**
   * The event that tells the same to recommendations/interact. Whichever of the two arrives first sets the state; the other one, and any
   * retry of either, leaves it as it is then.
   */
  eventId: z.uuid().optional(),
});

export const UnreactQuerySchema = z.object({
  /** The event to take back: should it still be on its way, it will set nothing. */
  eventId: z.uuid().optional(),
});

export const ReactReplySchema = z.object({
  careerCode: CareerCodeSchema,
  kind: z.enum(REACTION_KINDS),
  /** Whether the career has the reaction now. */
  active: z.boolean(),
});

export type InteractReply = z.infer<typeof InteractReplySchema>;
export type BatchEvent = z.input<typeof BatchEventSchema>;
export type InteractBatchReply = z.infer<typeof InteractBatchReplySchema>;
export type RecommendationStatsReply = z.infer<typeof RecommendationStatsReplySchema>;
export type HistoryReply = z.infer<typeof HistoryReplySchema>;
export type ReactionListReply = z.infer<typeof ReactionListReplySchema>;
export type ReactionKind = (typeof REACTION_KINDS)[number];
