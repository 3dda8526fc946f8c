import type { SwipeReason, SwipeReply } from "@/lib/contracts/jobs";
import { ApiError } from "@/lib/web/client/api-error";
import type { SafeStorage } from "@/lib/web/client/tracking/safe-storage";

export type Direction = "LEFT" | "RIGHT";

/** What somebody wants to be true of one job: swiped so, or not swiped. Sending it twice is as good as once. */
export type Swipe = {
  jobId: string;
  title: string;
  /** null takes back the swipe before, which is in `was` */
  direction: Direction | null;
  was: Direction | null;
  reasons: readonly SwipeReason[];
  /** The server may hold a swipe that has to be undone first. */
  needsUndo: boolean;
  /** It was sent at least once, so it may have arrived even if no answer came. */
  isTried: boolean;
  /** When it was made: the order, and what tells it from a later one. */
  atMs: number;
  /** Whose it is: an account's id, or "guest". */
  owner: string;
};

export type SwipeWish = Pick<Swipe, "jobId" | "title" | "direction" | "was" | "reasons">;
export type BoxStatus = "idle" | "sending" | "offline" | "failing";
export type SwipeAnswer = Partial<Pick<SwipeReply, "application" | "preferences">> & Pick<SwipeReply, "learning">;

type SwipeBoxOptions = {
  storage: SafeStorage;
  owner: string;
  send: (swipe: Swipe) => Promise<SwipeAnswer>;
  isOnline: () => boolean;
  nowMs: () => number;
  /** The server took it. */
  onTaken: (swipe: Swipe, answer: SwipeAnswer) => void;
  /** The server would not take it, and never will. */
  onRefused: (swipe: Swipe, error: ApiError) => void;
  /** What waits, or how sending goes, has changed. */
  onChange: () => void;
};

export type SwipeBox = {
  put: (wish: SwipeWish) => void;
  /** What is not confirmed yet, in the order it was made. */
  list: () => Swipe[];
  getStatus: () => BoxStatus;
  /** Sends what waits, now. Resolves when nothing more can be done for the moment. */
  flush: () => Promise<void>;
};

export const GUEST = "guest";
/** Each job has a key of its own: tabs that shared one list would overwrite what the others had added. */
const PREFIX = "waymark.swipe.";
const RETRY_MS = [5000, 15_000, 60_000];
const LATER_STATUSES = [408, 425, 429];

/**
 * Keeps swipes in the browser until the server has confirmed them: offline they wait, survive a reload, and are sent in order once the
 * network is back. For each job only what is wanted last is kept.
 */
export function openSwipeBox(options: SwipeBoxOptions): SwipeBox {
  const { storage, owner, isOnline, nowMs, onChange } = options;
  let status: BoxStatus = "idle";
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let sendingAtMs: number | null = null;
  let lastAtMs = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keyOf = (jobId: string) => PREFIX + jobId;
  const find = (jobId: string) => parseSwipe(storage.get(keyOf(jobId)));
  const save = (swipe: Swipe) => storage.set(keyOf(swipe.jobId), JSON.stringify(swipe));
  // What a guest swiped is the account's that they make or sign in to; what another account did is not this one's to send.
  const isOwn = (swipe: Swipe) => swipe.owner === owner || swipe.owner === GUEST;
  const list = () =>
    storage
      .keys(PREFIX)
      .map((key) => parseSwipe(storage.get(key)))
      .filter((swipe): swipe is Swipe => swipe !== null && isOwn(swipe))
      .sort((a, b) => a.atMs - b.atMs);
  const setStatus = (next: BoxStatus) => {
    status = next;
    onChange();
  };

  function put(wish: SwipeWish): void {
    const last = find(wish.jobId);
    const mayHaveArrived = last === null || last.isTried || last.needsUndo || last.atMs === sendingAtMs;
    lastAtMs = Math.max(nowMs(), lastAtMs + 1);
    if (wish.direction === null && !mayHaveArrived) storage.remove(keyOf(wish.jobId));
    else {
      const isOtherWay = last !== null && last.direction !== wish.direction;
      const needsUndo = wish.direction !== null && last !== null && (last.needsUndo || isOtherWay);
      save({ ...wish, needsUndo, isTried: false, atMs: lastAtMs, owner });
    }
    onChange();
    // A run that is about to end may have looked for the last time already.
    isAskedAgain = true;
    void flush();
  }

  async function deliver(swipe: Swipe): Promise<boolean> {
    sendingAtMs = swipe.atMs;
    const isLatest = () => find(swipe.jobId)?.atMs === swipe.atMs;
    try {
      const answer = await options.send(swipe);
      if (isLatest()) storage.remove(keyOf(swipe.jobId));
      options.onTaken(swipe, answer);
      return true;
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal === null) {
        if (isLatest()) save({ ...swipe, isTried: true });
        setStatus(error instanceof ApiError && error.kind === "offline" ? "offline" : "failing");
        return false;
      }
      if (isLatest()) {
        storage.remove(keyOf(swipe.jobId));
        options.onRefused(swipe, refusal);
      }
      return true;
    } finally {
      sendingAtMs = null;
    }
  }

  async function run(): Promise<void> {
    for (let next = list()[0]; next !== undefined; next = list()[0]) {
      if (!isOnline()) return setStatus("offline");
      if (status !== "sending") setStatus("sending");
      if (!(await deliver(next))) {
        timer = setTimeout(() => void flush(), RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
        failures += 1;
        return;
      }
      failures = 0;
    }
    setStatus("idle");
  }

  async function runUntilDone(): Promise<void> {
    do {
      isAskedAgain = false;
      await run();
    } while (isAskedAgain);
    running = null;
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= runUntilDone();
    return running;
  }

  return { put, list, getStatus: () => status, flush };
}

/** What asking again would not change; null when it might. */
function toRefusal(error: unknown): ApiError | null {
  if (!(error instanceof ApiError) || error.kind !== "refused") return null;
  return LATER_STATUSES.includes(error.status ?? 0) ? null : error;
}

function parseSwipe(text: string | null): Swipe | null {
  try {
    const swipe = JSON.parse(text ?? "null");
    const isSwipe = typeof swipe?.jobId === "string" && typeof swipe.atMs === "number" && Array.isArray(swipe.reasons);
    return isSwipe ? swipe : null;
  } catch {
    return null;
  }
}
