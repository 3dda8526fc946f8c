import type { z } from "zod";
import type {
  InteractBatchReply,
  InteractBatchRequestSchema,
  InteractReply,
  InteractRequestSchema,
} from "@/lib/contracts/interactions";
import { toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { recommendationNotFound } from "./open-recommendation";
import { recordEvents, type TrackedEvent } from "./record-events";

/**
 * Records one thing that somebody did with a recommendation.
 * @throws AppError NOT_FOUND on an unknown recommendation and on somebody else's alike
 */
export async function interact(
  deps: Pick<Deps, "db" | "nowMs" | "newId">,
  actor: Actor,
  input: z.output<typeof InteractRequestSchema> & { recommendationId: string },
): Promise<InteractReply> {
  const { eventId = deps.newId() } = input;
  const event = toTrackedEvent({ ...input, eventId });
  const [outcome] = await recordEvents(deps, actor, [event]);
  const about = { eventId, interaction_type: event.kind, label: toInteractionLabel(event.kind, event.value) };
  if (outcome?.recorded) return { ...about, recorded: true };
  const reason = outcome?.reason ?? "unknown_recommendation";
  if (reason === "unknown_recommendation") throw recommendationNotFound();
  return { ...about, recorded: false, reason };
}

/** Records many things at once. Each is answered on its own, so that one that is not usable holds up no other. */
export async function interactBatch(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  { events }: z.output<typeof InteractBatchRequestSchema>,
): Promise<InteractBatchReply> {
  const usable = events.flatMap(({ event }) => (event === null ? [] : [toTrackedEvent(event)]));
  const outcomes = await recordEvents(deps, actor, usable);
  let next = 0;
  const results = events.map(({ event, fault }): InteractBatchReply["results"][number] => {
    if (event === null) return { recorded: false, reason: "invalid", ...fault };
    const outcome = outcomes[next++];
    if (outcome === undefined) throw new Error("an event of the batch has no outcome");
    return { eventId: event.eventId, ...outcome };
  });
  return { results };
}

type SentEvent = z.output<typeof InteractRequestSchema> & { eventId: string; recommendationId: string };

function toTrackedEvent(sent: SentEvent): TrackedEvent {
  return {
    eventId: sent.eventId,
    recommendationId: sent.recommendationId,
    kind: sent.interaction_type,
    value: sent.interaction_value ?? null,
    context: sent.context ?? null,
    occurredAt: sent.occurredAt === undefined ? null : new Date(sent.occurredAt),
  };
}
