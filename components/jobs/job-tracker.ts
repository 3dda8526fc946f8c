import type { JobInteractRequestSchema } from "@/lib/contracts/jobs";
import { fetchJson } from "@/lib/web/client/fetch-json";
import { newEventId } from "@/lib/web/client/tracking/event-id";
import { followPage } from "@/lib/web/client/tracking/follow-page";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";
import { type ViewWatcher, watchViews } from "@/lib/web/client/tracking/view-watcher";

type JobEvent = (typeof JobInteractRequestSchema)["_zod"]["input"]["events"][number];
type Shown = { id: string; recommendationId?: string };

const BATCH_MAX = 100;
const PAUSE_MS = 4000;

const waiting: JobEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let watcher: ViewWatcher | undefined;
const shown = new Map<Element, Shown>();

const isAllowed = (): boolean => getTracker().getChoice() === "granted";

function send(): void {
  clearTimeout(timer);
  timer = undefined;
  const events = waiting.splice(0, BATCH_MAX);
  // Withdrawn since: what was seen before is not told either.
  if (events.length === 0 || !isAllowed()) return;
  // Views of jobs only tell how good the order is: one that does not arrive is not worth asking again.
  fetchJson("/api/v1/jobs/interact", { method: "POST", body: { events }, keepalive: true }).catch(() => {});
}

function add({ id, recommendationId }: Shown, action: JobEvent["action"], seconds?: number): void {
  if (!isAllowed()) return;
  const occurredAt = new Date().toISOString();
  waiting.push({ eventId: newEventId(), jobId: id, recommendationId, action, seconds, occurredAt });
  if (waiting.length >= BATCH_MAX) send();
  else timer ??= setTimeout(send, PAUSE_MS);
}

/** Records what somebody did with a job, if they allow it. */
export function recordJob(job: Shown, action: "open" | "share"): void {
  add(job, action);
  // The page may be about to go.
  send();
}

function getWatcher(): ViewWatcher {
  if (watcher !== undefined) return watcher;
  const made = watchViews(window, (element, seconds) => {
    const job = shown.get(element);
    if (job !== undefined) add(job, "view", seconds);
  });
  followPage(window, {
    onHide: () => {
      made.hide();
      send();
    },
    onShow: made.show,
    onOnline: () => {},
    onStorage: () => {},
  });
  watcher = made;
  return made;
}

/** Records for how long an element that shows a job is looked at. @returns the end of it */
export function watchJob(element: Element, job: Shown): () => void {
  shown.set(element, job);
  getWatcher().watch(element);
  return () => {
    getWatcher().unwatch(element);
    shown.delete(element);
  };
}
