import { metrics } from "@/lib/adapters/metrics";
import { findImpressions, type ImpressionOwner } from "@/lib/db/impressions";
import { type InteractionRow, recordInteractions } from "@/lib/db/interactions";
import { type SettlingEvent, settleEvents } from "@/lib/db/reactions";
import { type InteractionKind, toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { canOpenSession } from "./permissions";

/** Something that somebody did with a recommendation. */
export type TrackedEvent = {
  eventId: string;
  recommendationId: string;
  kind: InteractionKind;
  value: number | null;
  context: Record<string, unknown> | null;
  /** By the sender's clock; null when it does not say. */
  occurredAt: Date | null;
};

export type EventOutcome =
  | { recorded: true; reason?: never }
  | { recorded: false; reason: "duplicate" | "no_consent" | "opted_out" | "unknown_recommendation" };

/** Events that also set what the person sees. */
const SETTLING_KINDS: ReadonlySet<InteractionKind> = new Set(["save", "dismiss", "implement", "rate"]);

/**
 * Records events, each exactly once, and sets the states that they tell of. Recommendations of others look unknown. Once this returns no
 * event needs to be sent again; when it throws, all of them may be.
 * @returns one outcome an event, in order
 */
export async function recordEvents(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  events: readonly TrackedEvent[],
): Promise<EventOutcome[]> {
  const first = await tryRecord(deps, actor, events);
  const goneAt = first.flatMap((outcome, at) => (outcome === null ? [at] : []));
  const again = goneAt.flatMap((at) => events[at] ?? []);
  // A guest whose data moved to an account in between: the recommendations are the account's now.
  const second = again.length === 0 ? [] : await tryRecord(deps, actor, again);
  return first.map((outcome, at) => {
    const found = outcome ?? second[goneAt.indexOf(at)] ?? null;
    return found ?? { recorded: false, reason: "unknown_recommendation" };
  });
}

/** @returns null for an event whose person was there when asked for the recommendation, and is not any more */
async function tryRecord(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  events: readonly TrackedEvent[],
): Promise<(EventOutcome | null)[]> {
  const ids = [...new Set(events.map(({ recommendationId }) => recommendationId))];
  const found = await findImpressions(deps.db, ids);
  const impressions = new Map(found.filter((row) => canOpenSession(actor, row)).map((row) => [row.id, row]));
  const rows = events.map((event) => {
    const impression = impressions.get(event.recommendationId.toLowerCase());
    return impression === undefined ? null : toRow(event, impression, deps.nowMs());
  });
  const outcomes = await recordRows(
    deps,
    actor,
    rows.filter((row) => row !== null),
  );
  let next = 0;
  return rows.map((row) =>
    row === null ? { recorded: false, reason: "unknown_recommendation" } : (outcomes[next++] ?? null),
  );
}

/** Records rows as far as their people agreed to it, and sets what they tell of in any case: that was asked for. */
export async function recordRows(
  deps: Pick<Deps, "db">,
  actor: Actor,
  rows: readonly InteractionRow[],
): Promise<(EventOutcome | null)[]> {
  const outcomes = actor.isOptedOut
    ? rows.map(() => "opted_out" as const)
    : await recordInteractions(deps.db, rows, { isProgram: !actor.isBrowser });
  for (const outcome of outcomes) metrics.interactions.inc({ outcome });
  await settleEvents(deps.db, rows.flatMap(toSettlingEvent));
  return outcomes.map((outcome) => {
    if (outcome === "gone") return null;
    return outcome === "recorded" ? { recorded: true } : { recorded: false, reason: outcome };
  });
}

function toRow(event: TrackedEvent, impression: ImpressionOwner, nowMs: number): InteractionRow {
  const { kind } = event;
  // Milliseconds are enough, and sums of whole ones come out the same in any order.
  const value = event.value === null ? null : Math.round(event.value * 1000) / 1000;
  return {
    userId: impression.userId,
    id: event.eventId,
    recommendationId: impression.id,
    sessionId: impression.sessionId,
    careerCode: impression.careerCode,
    kind,
    value: kind === "view" || kind === "rate" ? value : null,
    label: toInteractionLabel(kind, value),
    context: event.context,
    occurredAt: new Date(toOccurredMs(event.occurredAt?.getTime() ?? nowMs, impression.shownAt.getTime(), nowMs)),
  };
}

/** The sender's clock may be wrong: nothing happens to a list before it was shown or after word of it arrived. */
function toOccurredMs(sentMs: number, shownMs: number, nowMs: number): number {
  return Math.min(Math.max(sentMs, shownMs), Math.max(nowMs, shownMs));
}

function toSettlingEvent(row: InteractionRow): SettlingEvent[] {
  const { kind } = row;
  return SETTLING_KINDS.has(kind) ? [{ ...row, kind: kind as SettlingEvent["kind"] }] : [];
}
