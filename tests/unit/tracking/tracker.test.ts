import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeBrowser, pass, type ServerMode } from "./fake-browser";

/** Until a batch is sent and answered. */
const SOON = 3100;
const LATER = 600_000;

let browser: FakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z") });
  browser = new FakeBrowser();
});
afterEach(() => vi.useRealTimers());

describe("sending", () => {
  test("events of a few seconds go together, with when they happened", async () => {
    const tab = browser.open();
    tab.click();
    await pass(1000);
    tab.click();
    await pass(SOON);
    expect(browser.server.posts).toHaveLength(1);
    const times = [...browser.server.recorded.values()].map(({ event }) => event.occurredAt);
    expect(times).toEqual(["2026-11-21T12:00:00.000Z", "2026-11-21T12:00:01.000Z"]);
    await pass(LATER);
    expect(browser.server.posts).toHaveLength(1);
    expect([...browser.storage.items.keys()]).toEqual(["waymark.tracking"]);
  });

  test("twenty events do not wait", async () => {
    const tab = browser.open();
    for (let i = 0; i < 20; i++) tab.click();
    await pass(100);
    expect(browser.server.ids).toHaveLength(20);
  });

  test("a batch is never larger than the API takes", async () => {
    browser.server.mode = "down";
    const tab = browser.open();
    for (let i = 0; i < 250; i++) tab.click();
    browser.server.mode = "up";
    await pass(LATER);
    const sizes = browser.server.posts.map(({ body }) => (body as { events: unknown[] }).events.length);
    expect(Math.max(...sizes)).toBe(100);
    expect(browser.server.ids).toHaveLength(250);
  });

  test.each<[string, ServerMode]>([
    ["no network", "down"],
    ["a server error", "error"],
    ["a lost answer", "unanswered"],
    ["a network's login page", "login page"],
    ["a request that took too long", { status: 408 }],
    ["a server that is overloaded", { status: 503 }],
  ])("%s is tried again, later each time, until it works", async (_, mode) => {
    const tab = browser.open();
    browser.server.mode = mode;
    const id = tab.click();
    await pass(3_600_000);
    const gaps = browser.server.posts.map(({ atMs }, i, all) => atMs - (all[i - 1]?.atMs ?? atMs)).slice(1);
    expect(gaps[0]).toBeGreaterThanOrEqual(1000);
    expect(gaps[0]).toBeLessThanOrEqual(2100);
    // Half to the whole of two seconds first, and of five minutes at the end; the call itself takes some time too.
    expect(Math.min(...gaps.slice(-5))).toBeGreaterThanOrEqual(150_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(300_100);
    browser.server.mode = "up";
    await pass(LATER);
    expect(browser.server.ids).toEqual([id]);
    expect(browser.storage.items.size).toBe(1);
  });

  test("many browsers that fail together do not come back together", async () => {
    const firstRetryMs = async () => {
      browser = new FakeBrowser();
      browser.server.mode = "down";
      const tab = browser.open();
      tab.click();
      await pass(10_000);
      const [first, second] = browser.server.posts;
      return (second?.atMs ?? 0) - (first?.atMs ?? 0);
    };
    const delays = new Set<number>();
    for (let i = 0; i < 20; i++) delays.add(await firstRetryMs());
    expect(delays.size).toBeGreaterThan(10);
  });

  test.each([
    ["seconds", "120", 120_000],
    ["a date", "Sat, 21 Nov 2026 12:02:03 GMT", 120_000],
    ["a date of a server whose clock is a year ahead", "Sun, 21 Nov 2027 12:00:00 GMT", 3_600_000],
  ])("Retry-After in %s is waited for, whatever the network does", async (_, retryAfter, waitMs) => {
    const tab = browser.open();
    browser.server.mode = { status: 429, retryAfter };
    const id = tab.click();
    await pass(SOON);
    browser.server.mode = "up";
    await pass(waitMs - 1000);
    tab.goOnline();
    tab.click();
    await pass(0);
    expect(browser.server.posts).toHaveLength(1);
    await pass(2000);
    expect(browser.server.ids).toContain(id);
  });

  test.each([400, 401, 403, 404, 413, 422])(
    "what the server refuses with %i does not hold up the rest",
    async (status) => {
      const tab = browser.open();
      browser.server.mode = { status };
      tab.click();
      await pass(SOON);
      browser.server.mode = "up";
      const id = tab.click();
      await pass(SOON);
      expect(browser.server.ids).toEqual([id]);
      expect(browser.server.posts).toHaveLength(2);
    },
  );

  test("an answer that never comes is given up on", async () => {
    const tab = browser.open();
    const fetch = vi.spyOn(browser.server, "fetch");
    fetch.mockImplementationOnce(
      (_path, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted")))),
    );
    const id = tab.click();
    await pass(SOON + 19_000);
    expect(browser.server.ids).toEqual([]);
    await pass(4000);
    expect(browser.server.ids).toEqual([id]);
  });

  test("an event that comes while others are sent goes after them, at whatever moment", async () => {
    const tab = browser.open();
    const ids: string[] = [];
    for (let ms = 2995; ms < 3060; ms += 5) {
      ids.push(tab.click());
      await pass(ms);
      ids.push(tab.click());
      await pass(10_000);
      expect(browser.server.ids).toEqual([...ids].sort());
    }
  });

  test("coming back online sends at once", async () => {
    const tab = browser.open();
    browser.server.mode = "down";
    const id = tab.click();
    await pass(LATER);
    browser.server.mode = "up";
    tab.goOnline();
    await pass(100);
    expect(browser.server.ids).toEqual([id]);
  });
});

describe("leaving the page", () => {
  test("what waits goes by beacon, and stays until an answer confirms it", async () => {
    const tab = browser.open();
    const id = tab.click();
    tab.close();
    await pass(0);
    expect(tab.beacons.map((events) => events.map(({ eventId }) => eventId))).toEqual([[id]]);
    expect(browser.server.recorded.get(id)?.times).toBe(1);
    browser.open();
    await pass(SOON);
    expect(browser.server.ids).toEqual([id]);
    expect(browser.server.recorded.get(id)?.times).toBe(2);
    await pass(LATER);
    expect(browser.server.recorded.get(id)?.times).toBe(2);
  });

  test("a beacon that gets lost loses nothing", async () => {
    const tab = browser.open();
    browser.server.mode = "down";
    const id = tab.click();
    tab.close();
    await pass(0);
    browser.server.mode = "up";
    browser.open();
    await pass(SOON);
    expect(browser.server.ids).toEqual([id]);
  });

  test("hiding the page again does not send the same beacon again", async () => {
    const tab = browser.open();
    tab.click();
    tab.hide();
    tab.show();
    tab.hide();
    await pass(0);
    expect(tab.beacons).toHaveLength(1);
  });

  test("without beacons an ordinary call outlives the page", async () => {
    browser.hasBeacon = false;
    const tab = browser.open();
    const id = tab.click();
    tab.hide();
    await pass(100);
    expect(browser.server.ids).toEqual([id]);
  });

  test("a beacon fits into what browsers take", async () => {
    const tab = browser.open();
    browser.server.mode = "down";
    for (let i = 0; i < 80; i++) {
      const context = { note: "ü".repeat(600) };
      tab.tracker.record({ recommendationId: crypto.randomUUID(), interaction_type: "click", context });
    }
    tab.hide();
    await pass(0);
    const bytes = new TextEncoder().encode(JSON.stringify({ events: tab.beacons[0] })).length;
    expect(bytes).toBeLessThan(65_536);
    expect(bytes).toBeGreaterThan(50_000);
    browser.server.mode = "up";
    await pass(LATER);
    expect(browser.server.ids).toHaveLength(80);
  });

  test("a crash loses nothing that was taken", async () => {
    const tab = browser.open();
    const ids = [tab.click(), tab.click()];
    tab.close("crash");
    browser.open();
    await pass(SOON);
    expect(browser.server.ids).toEqual(ids.sort());
  });
});

describe("several tabs", () => {
  test("do not send the same events", async () => {
    const [one, two] = [browser.open(), browser.open()];
    const ids = [one.click(), two.click(), one.click()];
    await pass(LATER);
    expect(browser.server.ids).toEqual(ids.sort());
    expect([...browser.server.recorded.values()].map(({ times }) => times)).toEqual([1, 1, 1]);
  });

  test("lose nothing to each other without locks", async () => {
    browser.hasLocks = false;
    const [one, two] = [browser.open(), browser.open()];
    const ids = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? one : two).click());
    await pass(LATER);
    expect(browser.server.ids).toEqual(ids.sort());
  });

  test("one sends what another left", async () => {
    const one = browser.open();
    browser.server.mode = "down";
    const id = one.click();
    one.close();
    await pass(0);
    browser.server.mode = "up";
    const two = browser.open();
    await pass(SOON);
    two.click();
    await pass(SOON);
    expect(browser.server.ids).toContain(id);
  });
});

describe("storage", () => {
  test("at most 500 events are kept, and views go first", async () => {
    const tab = browser.open();
    browser.server.mode = "down";
    const record = (interaction_type: "view" | "click") => {
      const eventId = crypto.randomUUID();
      tab.tracker.record({ recommendationId: crypto.randomUUID(), interaction_type, eventId });
      return eventId;
    };
    const clicks: string[] = [];
    for (let i = 0; i < 400; i++) {
      clicks.push(record("click"));
      await pass(1);
    }
    for (let i = 0; i < 200; i++) {
      record("view");
      await pass(1);
    }
    expect(browser.storage.items.size).toBe(501);
    for (let i = 0; i < 110; i++) {
      clicks.push(record("click"));
      await pass(1);
    }
    browser.server.mode = "up";
    await pass(LATER);
    expect(browser.server.ids).toEqual(clicks.slice(-500).sort());
  });

  test.each(["full", "denied"])("when it is %s events are sent all the same", async (how) => {
    if (how === "full") browser.storage.itemsMax = 0;
    else browser.storage.isBroken = true;
    const tab = browser.open();
    const ids = [tab.click(), tab.click()];
    await pass(SOON);
    expect(browser.server.ids).toEqual(ids.sort());
    expect(browser.server.posts).toHaveLength(1);
    await pass(LATER);
    expect(browser.server.posts).toHaveLength(1);
  });

  test("storage that is switched off in the middle sends nothing for ever", async () => {
    const tab = browser.open();
    tab.click();
    browser.storage.isBroken = true;
    tab.click();
    await pass(LATER);
    expect(browser.server.posts.length).toBeLessThanOrEqual(2);
  });

  test.each(["{", "null", "[]", '"text"', "{}"])("somebody else's %s under our key is thrown away", async (text) => {
    browser.storage.items.set("waymark.event.x", text);
    const tab = browser.open();
    const id = tab.click();
    await pass(SOON);
    expect(browser.server.ids).toEqual([id]);
    expect([...browser.storage.items.keys()]).toEqual(["waymark.tracking"]);
  });
});

test("a clock that jumps loses nothing and sends nothing too often", async () => {
  const tab = browser.open();
  browser.server.mode = "down";
  const ids = [tab.click()];
  await pass(SOON);
  vi.setSystemTime(new Date("2001-01-01"));
  ids.push(tab.click());
  await pass(10_000);
  vi.setSystemTime(new Date("2040-01-01"));
  ids.push(tab.click());
  const before = browser.server.posts.length;
  await pass(60_000);
  expect(browser.server.posts.length - before).toBeLessThan(10);
  browser.server.mode = "up";
  await pass(LATER);
  expect(browser.server.ids).toEqual(ids.sort());
});

test("an event that is taken back before it is sent is not sent", async () => {
  const tab = browser.open();
  const id = tab.click();
  tab.tracker.retract(id);
  await pass(LATER);
  expect(browser.server.posts).toEqual([]);
});
