import type { BatchEvent } from "@/lib/contracts/interactions";
import type { Answer } from "./ask-server";
import type { EventQueue } from "./event-queue";
import { createRetryTimer } from "./retry-timer";

/** As many as the API takes at once. */
export const BATCH_EVENTS_MAX = 100;
/** So many do not wait for more to come. */
const FLUSH_COUNT = 20;
const FLUSH_MS = 3000;

type EventSenderDeps = {
  queue: EventQueue;
  isAllowed: () => boolean;
  /** What has to be settled with the server before any event; null when there is nothing. */
  settle: (stopped: AbortSignal) => Promise<Answer | null>;
  post: (events: readonly BatchEvent[], stopped: AbortSignal) => Promise<Answer>;
  /** Runs the work unless another tab is at it. @returns whether it ran */
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
};

export type EventSender = {
  /** Something was added: it is sent soon, together with what else is added until then. */
  wake: () => void;
  /** The network may be back: sends now, unless the server asked for patience. */
  hurry: () => void;
  /** Sends nothing more, not what is on its way either. */
  stop: () => void;
};

/** Sends what is in the queue, in batches, and again until the server has answered. */
export function createEventSender(deps: EventSenderDeps): EventSender {
  const { queue, isAllowed, exclusively } = deps;
  let running: AbortController | null = null;

  const run = async () => {
    timer.cancel();
    if (running !== null) return;
    const current = new AbortController();
    running = current;
    let failure: Failure | null = null;
    const hasRun = await exclusively(async () => {
      failure = await sendAll(deps, current.signal, timer.succeed);
    });
    if (running !== current) return;
    running = null;
    if (failure !== null) timer.fail((failure as Failure).waitMs);
    // Another tab was at it, or something was added at the very end.
    else if (!hasRun || (isAllowed() && queue.count() > 0)) timer.wait(FLUSH_MS);
  };
  const timer = createRetryTimer(run);

  return {
    wake: () => {
      const pause = timer.getPause();
      if (running !== null || pause === "failure" || pause === "told") return;
      if (queue.count() >= FLUSH_COUNT) void run();
      else if (pause === null) timer.wait(FLUSH_MS);
    },
    hurry: () => {
      if (timer.getPause() !== "told") void run();
    },
    stop: () => {
      timer.cancel();
      timer.succeed();
      running?.abort();
      running = null;
    },
  };
}

type Failure = Extract<Answer, { kind: "later" }>;

/** @returns the answer that ended it early; null when nothing is left */
async function sendAll(
  { queue, settle, isAllowed, post }: EventSenderDeps,
  stopped: AbortSignal,
  onAnswer: () => void,
): Promise<Failure | null> {
  const settled = await settle(stopped);
  if (settled?.kind === "later") return settled;
  while (isAllowed() && !stopped.aborted) {
    const batch = queue.list().slice(0, BATCH_EVENTS_MAX);
    if (batch.length === 0) break;
    const answer = await post(batch, stopped);
    if (answer.kind === "later") return answer;
    onAnswer();
    // Refused ones go as well: what the server will never take must not hold up the rest for ever.
    queue.remove(batch.map(({ eventId }) => eventId));
  }
  return null;
}
