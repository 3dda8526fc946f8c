import { ApiError } from "@/lib/web/client/api-error";

export type NoteStatus =
  | "idle"
  /** Typed, and not sent yet. */
  | "waiting"
  | "saving"
  | "saved"
  /** The server cannot be reached: it is tried again by itself. */
  | "offline"
  /** The server would not take it. */
  | "refused"
  | "tooLong";

export const NOTE_LENGTH_MAX = 2000;
const PAUSE_MS = 800;
const RETRY_MS = [5000, 15_000, 60_000];

type NoteSaverOptions = {
  send: (note: string, isLeaving: boolean) => Promise<unknown>;
  /** Where what is not sent yet survives the page; null where the browser has no such place. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;
  /** Names the draft: of one person, one career, one save. */
  key: string;
  onStatus: (status: NoteStatus, error: unknown) => void;
};

export type NoteSaver = {
  /** What was typed and never reached the server; null when nothing was. */
  findDraft: () => string | null;
  change: (note: string) => void;
  /** Sends what waits now. */
  flush: (isLeaving?: boolean) => void;
  /** Everything that was typed has arrived. */
  isIdle: () => boolean;
  /** The career is no longer saved: nothing is sent any more. Resolves when nothing is on its way, which would save it again. */
  drop: () => Promise<void>;
  /** Sends what waits, and does not come back to it. */
  close: () => void;
};

/**
 * Saves a note while it is written: after a pause, one call at a time, the latest text last. What has not arrived is kept in the browser
 * and sent again.
 */
export function createNoteSaver({ send, storage, key, onStatus }: NoteSaverOptions): NoteSaver {
  let waiting: string | null = null;
  let sending: Promise<void> | null = null;
  let isClosed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (delayMs: number) => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => run(false), delayMs);
  };

  function run(isLeaving: boolean): void {
    clearTimeout(timer);
    // A page that goes away cannot wait for the call before.
    if (waiting === null || waiting.length > NOTE_LENGTH_MAX || (sending !== null && !isLeaving)) return;
    const note = waiting;
    const call = deliver(note, isLeaving).then(() => {
      if (sending === call) sending = null;
      if (waiting === null) return;
      // Typed meanwhile: at once. Failed: later, less and less often.
      if (waiting !== note && failures === 0) run(isLeaving);
      else plan(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? PAUSE_MS);
    });
    sending = call;
  }

  async function deliver(note: string, isLeaving: boolean): Promise<void> {
    onStatus("saving", null);
    try {
      await send(note, isLeaving);
      failures = 0;
      if (waiting !== note) return;
      waiting = null;
      keep(storage, key, null);
      onStatus("saved", null);
    } catch (error) {
      failures += 1;
      const isRefused = error instanceof ApiError && error.kind === "refused" && error.status !== 429;
      onStatus(isRefused ? "refused" : "offline", error);
    }
  }

  return {
    findDraft: () => {
      try {
        return storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    change: (note) => {
      waiting = note;
      keep(storage, key, note);
      onStatus(note.length > NOTE_LENGTH_MAX ? "tooLong" : "waiting", null);
      plan(PAUSE_MS);
    },
    flush: (isLeaving = false) => run(isLeaving),
    isIdle: () => waiting === null,
    drop: async () => {
      waiting = null;
      clearTimeout(timer);
      keep(storage, key, null);
      await sending;
    },
    close: () => {
      isClosed = true;
      run(true);
    },
  };
}

function keep(storage: NoteSaverOptions["storage"], key: string, note: string | null): void {
  try {
    if (note === null) storage?.removeItem(key);
    else storage?.setItem(key, note);
  } catch {
    // Full, or switched off: then the text lives as long as the page.
  }
}
