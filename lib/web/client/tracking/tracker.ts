import type { BatchEvent } from "@/lib/contracts/interactions";
import { type Choice, CONSENT_KEY, type KnownChoice, openConsentChoice } from "./consent-choice";
import { createEventBeacon } from "./event-beacon";
import { newEventId } from "./event-id";
import { openEventQueue } from "./event-queue";
import { createEventSender } from "./event-sender";
import { followPage } from "./follow-page";
import { runExclusively } from "./run-exclusively";
import { openSafeStorage } from "./safe-storage";
import { type Subject, type SubjectEvent, watchSubjects } from "./subject-watcher";
import { EVENTS_PATH, openTrackingServer } from "./tracking-server";

type NewEvent = Omit<BatchEvent, "eventId" | "occurredAt"> & { /** Made here when left out. */ eventId?: string };

export type Tracker = {
  getChoice: () => Choice;
  /** @returns unsubscribe */
  subscribe: (listener: () => void) => () => void;
  /** What the server knew when it made the page. Only the first word counts: later ones may come from a cache. */
  adopt: (known: KnownChoice) => void;
  choose: (isGranted: boolean) => void;
  /** Takes an event, with consent. */
  record: (event: NewEvent) => void;
  /** Forgets an event that was not sent yet. */
  retract: (eventId: string) => void;
  /** Records views of an element and clicks in it. @returns the end of it */
  watch: (element: HTMLElement, subject: Subject) => () => void;
};

/** Records what a person does, if they allow it. Nothing in here throws, logs or shows. */
export function createTracker(win: Window & typeof globalThis): Tracker {
  const { queue, choice, sender, isAllowed, follow, subscribe } = openChannel(win);
  const sendBeacon = createEventBeacon(win, EVENTS_PATH);
  const record = (event: NewEvent) => {
    if (!isAllowed()) return;
    queue.add({ eventId: newEventId(), ...event, occurredAt: new Date().toISOString() });
    sender.wake();
  };
  const subjects = watchSubjects(win, (event) => record(toEvent(event)));
  subscribe(() => (isAllowed() ? subjects.startViews() : subjects.stopViews()));
  followPage(win, {
    onHide: () => {
      subjects.hide();
      // Before the server knows of the consent it would take nothing.
      if (isAllowed() && choice.findUntold() === null) sendBeacon(queue.list());
    },
    onShow: () => {
      subjects.show();
      if (isAllowed() && queue.count() > 0) sender.wake();
    },
    onOnline: () => {
      if (choice.findUntold() !== null || (isAllowed() && queue.count() > 0)) sender.hurry();
    },
    onStorage: (key) => {
      if (key === CONSENT_KEY || key === null) follow();
    },
  });
  let isAdopted = false;
  return {
    getChoice: choice.get,
    subscribe,
    adopt: (known) => {
      if (isAdopted) return;
      isAdopted = true;
      choice.adopt(known);
      follow();
    },
    choose: (isGranted) => {
      isAdopted = true;
      // What is on its way belongs to the choice before.
      sender.stop();
      choice.choose(isGranted);
      follow();
    },
    record,
    retract: (eventId) => queue.remove([eventId]),
    watch: subjects.watch,
  };
}

/** The way of events to the server, open or closed as the person chose. */
function openChannel(win: Window & typeof globalThis) {
  const storage = openSafeStorage(() => win.localStorage);
  const queue = openEventQueue(storage);
  const choice = openConsentChoice(storage, win.navigator);
  const server = openTrackingServer(win.fetch.bind(win));
  const listeners = new Set<() => void>();
  const isAllowed = () => choice.get() === "granted";

  /** Does what the choice asks for, whoever made it where. */
  const follow = () => {
    if (choice.get() === "unknown") return;
    if (!isAllowed()) {
      sender.stop();
      queue.clear();
    }
    if (choice.findUntold() !== null) sender.hurry();
    else if (isAllowed() && queue.count() > 0) sender.wake();
    for (const listener of listeners) listener();
  };
  const sender = createEventSender({
    queue,
    isAllowed,
    settle: async (stopped) => {
      const untold = choice.findUntold();
      if (untold === null) return null;
      const answer = await server.tellConsent(untold, stopped);
      if (answer.kind !== "later") choice.setTold(untold);
      return answer;
    },
    post: async (events, stopped) => {
      const { answer, isUnwanted } = await server.postEvents(events, stopped);
      // They withdrew elsewhere, or somebody else signed in here.
      const known = isUnwanted ? await server.findChoice(stopped) : null;
      if (known !== null && !stopped.aborted) {
        choice.adopt(known);
        follow();
      }
      return answer;
    },
    exclusively: (work) => runExclusively(win.navigator.locks, work),
  });
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { queue, choice, sender, isAllowed, follow, subscribe };
}

function toEvent(event: SubjectEvent): NewEvent {
  const { recommendationId, surface, kind } = event;
  return kind === "view"
    ? { recommendationId, interaction_type: kind, interaction_value: event.seconds, context: { surface } }
    : { recommendationId, interaction_type: kind, context: { surface, target: event.target } };
}
