import { vi } from "vitest";
import type { BatchEvent } from "@/lib/contracts/interactions";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { createTracker, type Tracker } from "@/lib/web/client/tracking/tracker";

/** How the server, or the network before it, behaves. `unanswered`: it does what it is asked, and the answer is lost. */
export type ServerMode =
  | "up"
  | "down"
  | "error"
  | "unanswered"
  | "login page"
  | { status: number; retryAfter?: string };

/** How long the network and the browser take. */
const CALL_MS = 40;
const RELEASE_MS = 5;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class FakeServer {
  mode: ServerMode = "up";
  consent: boolean | null = true;
  /** Recorded events by id, with how often each arrived. */
  readonly recorded = new Map<string, { event: BatchEvent; times: number }>();
  readonly calls: { method: string; path: string; body: unknown; atMs: number }[] = [];

  take(method: string, path: string, body: string | undefined): unknown {
    const sent = body === undefined ? null : JSON.parse(body);
    this.calls.push({ method, path, body: sent, atMs: Date.now() });
    if (this.mode !== "up" && this.mode !== "unanswered") return null;
    if (path.endsWith("/consent")) {
      if (method === "PUT") this.consent = sent.tracking;
      return { tracking: this.consent };
    }
    const results = (sent.events as BatchEvent[]).map((event) => {
      if (this.consent !== true) return { eventId: event.eventId, recorded: false, reason: "no_consent" };
      const before = this.recorded.get(event.eventId);
      this.recorded.set(event.eventId, { event, times: (before?.times ?? 0) + 1 });
      return { eventId: event.eventId, recorded: before === undefined };
    });
    return { results };
  }

  readonly fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const body = init.body instanceof Blob ? await init.body.text() : (init.body as string | undefined);
    await wait(CALL_MS);
    if (init.signal?.aborted) throw new DOMException("aborted", "AbortError");
    const reply = this.take(init.method ?? "GET", path, body);
    if (this.mode === "down" || this.mode === "unanswered") throw new TypeError("Failed to fetch");
    if (this.mode === "error") return new Response("oops", { status: 500 });
    if (this.mode === "login page") return new Response("<html>Please log in</html>");
    if (typeof this.mode === "object") {
      const { status, retryAfter } = this.mode;
      return new Response("{}", { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } });
    }
    return Response.json(reply, { status: 202 });
  };

  get posts() {
    return this.calls.filter(({ path, method }) => method === "POST" && path.endsWith("/interact"));
  }
  get ids(): string[] {
    return [...this.recorded.keys()].sort();
  }
}

type Notify = (key: string | null) => void;

/** One browser's storage, shared by its tabs. */
export class FakeStorage implements Storage {
  readonly items = new Map<string, string>();
  readonly tabs = new Set<FakeTab>();
  itemsMax = Number.POSITIVE_INFINITY;
  isBroken = false;

  /** The storage as one tab has it: the others hear of its changes. */
  of(tab: FakeTab): Storage {
    const notify: Notify = (key) => {
      for (const other of this.tabs) if (other !== tab) other.hearStorage(key);
    };
    const change = (key: string, work: () => void) => {
      if (this.isBroken) throw new DOMException("denied", "SecurityError");
      work();
      notify(key);
    };
    return new Proxy(this, {
      get: (target, name) => {
        if (name === "setItem") return (key: string, text: string) => change(key, () => target.setItem(key, text));
        if (name === "removeItem") return (key: string) => change(key, () => target.removeItem(key));
        if (this.isBroken) throw new DOMException("denied", "SecurityError");
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }
  get length() {
    return this.items.size;
  }
  key(index: number) {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, text: string) {
    if (!this.items.has(key) && this.items.size >= this.itemsMax) throw new DOMException("full", "QuotaExceededError");
    this.items.set(key, text);
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
  clear() {
    this.items.clear();
  }
}

/** What all tabs of one browser share. */
export class FakeBrowser {
  readonly server = new FakeServer();
  readonly storage = new FakeStorage();
  readonly held = new Set<string>();
  signals: { globalPrivacyControl?: boolean; doNotTrack?: string } = {};
  hasLocks = true;
  hasBeacon = true;

  readonly locks = {
    request: async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown> | undefined) => {
      if (this.held.has(name)) return work(null);
      this.held.add(name);
      try {
        return await work({ name });
      } finally {
        await wait(RELEASE_MS);
        this.held.delete(name);
      }
    },
  };

  /** A page that the server made, knowing of the person's consent. */
  open(known: KnownChoice = toChoice(this.server.consent)): FakeTab {
    return new FakeTab(this, known);
  }
}

const toChoice = (consent: boolean | null): KnownChoice =>
  consent === null ? "unasked" : consent ? "granted" : "refused";

type ObserverCallback = (entries: Partial<IntersectionObserverEntry>[]) => void;

export class FakeTab {
  readonly tracker: Tracker;
  readonly beacons: BatchEvent[][] = [];
  private readonly window = new EventTarget();
  private readonly document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  private readonly observers = new Set<ObserverCallback>();
  private isClosed = false;

  constructor(
    private readonly browser: FakeBrowser,
    known: KnownChoice,
  ) {
    const { server, storage } = browser;
    const tab = this;
    storage.tabs.add(this);
    const own = storage.of(this);
    const win = Object.assign(this.window, {
      document: this.document,
      innerHeight: 800,
      // A page that is gone neither sends nor hears.
      fetch: (path: string, init: RequestInit) => (tab.isClosed ? new Promise(() => {}) : server.fetch(path, init)),
      navigator: {
        ...browser.signals,
        locks: browser.hasLocks ? { request: tab.requestLock } : undefined,
        sendBeacon: (path: string, body: Blob) => tab.beacon(path, body),
      },
      IntersectionObserver: class {
        constructor(callback: ObserverCallback) {
          tab.observers.add(callback);
          this.disconnect = () => void tab.observers.delete(callback);
        }
        disconnect: () => void;
        observe() {}
        unobserve() {}
      },
    });
    Object.defineProperty(win, "localStorage", {
      get: () => {
        if (storage.isBroken) throw new DOMException("denied", "SecurityError");
        if (tab.isClosed) throw new DOMException("gone");
        return own;
      },
    });
    this.tracker = createTracker(win as unknown as Window & typeof globalThis);
    this.tracker.adopt(known);
  }

  private readonly requestLock: FakeBrowser["locks"]["request"] = (...call) =>
    this.isClosed ? new Promise(() => {}) : this.browser.locks.request(...call);

  private beacon(path: string, body: Blob): boolean {
    if (!this.browser.hasBeacon) return false;
    const { server } = this.browser;
    void body.text().then((text) => {
      this.beacons.push(JSON.parse(text).events);
      if (server.mode === "up" || server.mode === "unanswered") server.take("POST", path, text);
    });
    return true;
  }

  click(recommendationId = crypto.randomUUID()): string {
    const eventId = crypto.randomUUID();
    this.tracker.record({ recommendationId, interaction_type: "click", eventId });
    return eventId;
  }
  /** Tells every observer how much of an element is in view. */
  scroll(element: FakeElement, intersectionRatio: number, heightPx = 100): void {
    const intersectionRect = { height: heightPx } as DOMRectReadOnly;
    const rootBounds = { height: 800 } as DOMRectReadOnly;
    for (const callback of this.observers) {
      callback([{ target: element as unknown as Element, intersectionRatio, intersectionRect, rootBounds }]);
    }
  }
  watch(element: FakeElement, recommendationId: string): () => void {
    return this.tracker.watch(element as unknown as HTMLElement, { recommendationId, surface: "results" });
  }
  hide(): void {
    this.document.visibilityState = "hidden";
    this.document.dispatchEvent(new Event("visibilitychange"));
  }
  show(): void {
    this.document.visibilityState = "visible";
    this.document.dispatchEvent(new Event("visibilitychange"));
  }
  goOnline(): void {
    this.window.dispatchEvent(new Event("online"));
  }
  hearStorage(key: string | null): void {
    this.window.dispatchEvent(Object.assign(new Event("storage"), { key }));
  }
  /** The page ends: in order, or by a crash. Its timers and calls end with it, and what it kept in memory is gone. */
  close(how: "leave" | "crash" = "leave"): void {
    if (how === "leave") {
      this.hide();
      this.window.dispatchEvent(new Event("pagehide"));
    }
    this.isClosed = true;
    this.browser.storage.tabs.delete(this);
    // The browser takes a lock from a page that ends.
    this.browser.held.clear();
  }
}

export class FakeElement extends EventTarget {
  readonly dataset: Record<string, string>;
  constructor(click?: string) {
    super();
    this.dataset = click === undefined ? {} : { click };
  }
  closest(): FakeElement | null {
    return this.dataset.click === undefined ? null : this;
  }
  contains(): boolean {
    return true;
  }
  press(type = "click", button = 0): void {
    this.dispatchEvent(Object.assign(new Event(type), { button }));
  }
}

/** Lets everything happen that happens within this time. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
