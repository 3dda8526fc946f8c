"use client";

import { useSyncExternalStore } from "react";
import type { JobPreferences, JobPreferencesReply, JobSummary, SwipeReason } from "@/lib/contracts/jobs";
import { openSafeStorage } from "@/lib/web/client/tracking/safe-storage";
import { sendSwipe } from "./queries";
import { type Direction, openSwipeBox, type Swipe, type SwipeBox } from "./swipe-box";

export type Learning = JobPreferencesReply["learning"];
export type Decided = { jobId: string; title: string; direction: Direction };

/** What was done last: read out, and where a card that comes back comes from. */
export type LastAct = Decided & { kind: "swipe" | "undo"; key: number };

export type SwipeState = {
  /** What was decided in this browser since the page was loaded. */
  swiped: ReadonlyMap<string, Direction>;
  /** The same in order, latest last: what undo takes back. */
  history: readonly Decided[];
  last: LastAct | null;
  /** What is not confirmed by the server. */
  waiting: readonly Swipe[];
  status: "idle" | "sending" | "offline" | "failing";
  learning: Learning | null;
  /** As the last reply said; null before any. */
  preferences: JobPreferences | null;
  /** Likes that the cards on hand do not know of yet. */
  isFeedOld: boolean;
  /** What the server would not take. */
  refusals: readonly { jobId: string; title: string; reason: string }[];
};

export type SwipeStore = {
  subscribe: (listener: () => void) => () => void;
  get: () => SwipeState;
  swipe: (job: Pick<JobSummary, "id" | "title">, direction: Direction, reasons?: readonly SwipeReason[]) => void;
  /** Takes back one swipe: the last one, when none is named. @returns null when there is none */
  undo: (swipe?: Decided) => Decided | null;
  /** What the server said elsewhere. */
  adopt: (known: Pick<JobPreferencesReply, "learning" | "preferences">) => void;
  /** The feed was asked for anew. */
  renewFeed: () => void;
  dismissRefusals: () => void;
  flush: () => Promise<void>;
};

const HISTORY_MAX = 50;

export function createSwipeStore(win: Window, owner: string): SwipeStore {
  const listeners = new Set<() => void>();
  let box: SwipeBox;
  let state: SwipeState;
  const set = (part: Partial<SwipeState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const decide = (jobId: string, direction: Direction | null) => {
    const swiped = new Map(state.swiped);
    if (direction === null) swiped.delete(jobId);
    else swiped.set(jobId, direction);
    return swiped;
  };
  const act = (kind: LastAct["kind"], decided: Decided): LastAct => ({
    ...decided,
    kind,
    key: (state.last?.key ?? 0) + 1,
  });

  box = openSwipeBox({
    storage: openSafeStorage(() => win.localStorage),
    owner,
    send: sendSwipe,
    isOnline: () => win.navigator.onLine,
    nowMs: () => Date.now(),
    onTaken: (swipe, { learning, preferences }) =>
      set({
        learning,
        preferences: preferences ?? state.preferences,
        isFeedOld: state.isFeedOld || (swipe.direction === "RIGHT" && learning.isApplied),
      }),
    onRefused: ({ jobId, title, direction, was }, error) =>
      set({
        // A swipe that was not to be undone is still there.
        swiped: direction === null ? decide(jobId, was) : state.swiped,
        history: state.history.filter((one) => one.jobId !== jobId),
        refusals: [...state.refusals.filter((one) => one.jobId !== jobId), { jobId, title, reason: error.message }],
      }),
    onChange: () => set({ waiting: box.list(), status: box.getStatus() }),
  });

  const waiting = box.list();
  const decided = waiting.flatMap(({ jobId, title, direction }) =>
    direction === null ? [] : [{ jobId, title, direction }],
  );
  state = {
    swiped: new Map(decided.map(({ jobId, direction }) => [jobId, direction])),
    history: decided,
    last: null,
    waiting,
    status: "idle",
    learning: null,
    preferences: null,
    isFeedOld: false,
    refusals: [],
  };
  win.addEventListener("online", () => void box.flush());
  win.addEventListener("offline", () => set({ status: "offline" }));
  void box.flush();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: () => state,
    swipe: ({ id: jobId, title }, direction, reasons = []) => {
      const one = { jobId, title, direction };
      const history = [...state.history.filter((other) => other.jobId !== jobId), one].slice(-HISTORY_MAX);
      // Reasons are added to a swipe that was made already.
      const isAgain = state.swiped.get(jobId) === direction;
      set({ swiped: decide(jobId, direction), history, last: isAgain ? state.last : act("swipe", one) });
      box.put({ ...one, was: null, reasons });
    },
    undo: (swipe = state.history.at(-1)) => {
      if (swipe === undefined) return null;
      const { jobId, title, direction } = swipe;
      const history = state.history.filter((other) => other.jobId !== jobId);
      set({ swiped: decide(jobId, null), history, last: act("undo", swipe) });
      box.put({ jobId, title, direction: null, was: direction, reasons: [] });
      return swipe;
    },
    adopt: ({ learning, preferences }) => set({ learning, preferences }),
    renewFeed: () => set({ isFeedOld: false }),
    dismissRefusals: () => set({ refusals: [] }),
    flush: () => box.flush(),
  };
}

const NOTHING: SwipeState = {
  swiped: new Map(),
  history: [],
  last: null,
  waiting: [],
  status: "idle",
  learning: null,
  preferences: null,
  isFeedOld: false,
  refusals: [],
};

let made: { owner: string; store: SwipeStore } | null = null;

/** The tab's one store. For effects and event handlers: there is none on the server. */
export function getSwipeStore(owner: string): SwipeStore {
  if (made?.owner !== owner) made = { owner, store: createSwipeStore(window, owner) };
  return made.store;
}

/** What was decided here and what became of it. */
export function useSwipes(owner: string): SwipeState {
  return useSyncExternalStore(
    (listener) => getSwipeStore(owner).subscribe(listener),
    () => getSwipeStore(owner).get(),
    () => NOTHING,
  );
}
