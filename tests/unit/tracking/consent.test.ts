import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeBrowser, FakeElement, pass } from "./fake-browser";

/** Until a batch is sent and answered. */
const SOON = 3100;
const LATER = 600_000;
const RECOMMENDATION = "00000000-0000-4000-8000-000000000001";

let browser: FakeBrowser;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeBrowser();
  browser.server.consent = null;
});
afterEach(() => vi.useRealTimers());

describe("before anybody was asked", () => {
  test("nothing is kept and nothing is sent", async () => {
    const tab = browser.open();
    const element = new FakeElement("title");
    tab.watch(element, RECOMMENDATION);
    tab.scroll(element, 1);
    tab.click();
    element.press();
    await pass(LATER);
    tab.hide();
    tab.show();
    tab.goOnline();
    tab.close();
    await pass(LATER);
    expect(tab.tracker.getChoice()).toBe("unasked");
    expect(browser.storage.items.size).toBe(0);
    expect(browser.server.calls).toEqual([]);
    expect(tab.beacons).toEqual([]);
  });

  test("what happened before is not told once they agree", async () => {
    const tab = browser.open();
    const element = new FakeElement();
    tab.watch(element, RECOMMENDATION);
    tab.scroll(element, 1);
    tab.click();
    await pass(60_000);
    tab.tracker.choose(true);
    tab.scroll(element, 1);
    await pass(5000);
    tab.hide();
    tab.show();
    await pass(SOON);
    const events = [...browser.server.recorded.values()].map(({ event }) => event);
    expect(events).toMatchObject([{ interaction_type: "view", interaction_value: 5 }]);
  });
});

describe("a choice", () => {
  test("is told to the server before any event", async () => {
    const tab = browser.open();
    tab.tracker.choose(true);
    const id = tab.click();
    await pass(SOON);
    expect(browser.server.calls.map(({ method, body }) => [method, body])).toMatchObject([
      ["PUT", { tracking: true }],
      ["POST", { events: [{ eventId: id }] }],
    ]);
  });

  test("waits with its events until the server can be told", async () => {
    browser.server.mode = "down";
    const tab = browser.open();
    tab.tracker.choose(true);
    const id = tab.click();
    await pass(20_000);
    tab.close();
    await pass(0);
    expect(browser.server.posts).toEqual([]);
    expect(tab.beacons).toEqual([]);
    browser.server.mode = "up";
    const next = browser.open("unasked");
    expect(next.tracker.getChoice()).toBe("granted");
    await pass(SOON);
    expect(browser.server.consent).toBe(true);
    expect(browser.server.ids).toEqual([id]);
  });

  test("to refuse is told as well, once, and nothing else ever is", async () => {
    const tab = browser.open();
    tab.tracker.choose(false);
    tab.click();
    await pass(LATER);
    tab.close();
    const next = browser.open();
    next.click();
    await pass(LATER);
    expect(next.tracker.getChoice()).toBe("refused");
    expect(browser.server.calls.map(({ method, body }) => [method, body])).toEqual([["PUT", { tracking: false }]]);
  });

  test("that is changed while it is on its way ends as it was made last", async () => {
    const tab = browser.open();
    tab.tracker.choose(true);
    tab.tracker.choose(false);
    tab.tracker.choose(true);
    tab.tracker.choose(false);
    await pass(LATER);
    expect(browser.server.consent).toBe(false);
  });

  test("is followed by the page's listeners until they leave", () => {
    const tab = browser.open();
    const seen: string[] = [];
    const end = tab.tracker.subscribe(() => seen.push(tab.tracker.getChoice()));
    tab.tracker.choose(true);
    end();
    tab.tracker.choose(false);
    expect(seen).toEqual(["granted"]);
  });
});

describe("withdrawing", () => {
  test("empties the queue and stops what is on its way, at once", async () => {
    browser.server.consent = true;
    const tab = browser.open();
    browser.server.mode = "down";
    tab.click();
    await pass(SOON);
    let aborted = 0;
    vi.spyOn(browser.server, "fetch").mockImplementationOnce(
      (_path, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener("abort", () => {
            aborted++;
            reject(new Error("aborted"));
          }),
        ),
    );
    await pass(2000);
    browser.server.mode = "up";
    tab.tracker.choose(false);
    expect([...browser.storage.items.keys()]).toEqual(["waymark.tracking"]);
    expect(aborted).toBe(1);
    tab.click();
    tab.hide();
    await pass(LATER);
    expect(browser.server.ids).toEqual([]);
    expect(tab.beacons).toEqual([]);
    expect(browser.server.consent).toBe(false);
  });

  test("stops other tabs as well", async () => {
    browser.server.consent = true;
    const [one, two] = [browser.open(), browser.open()];
    const element = new FakeElement();
    two.watch(element, RECOMMENDATION);
    two.scroll(element, 1);
    two.click();
    await pass(2000);
    one.tracker.choose(false);
    two.click();
    two.hide();
    await pass(LATER);
    expect(two.tracker.getChoice()).toBe("refused");
    expect(two.beacons).toEqual([]);
    expect(browser.server.posts).toEqual([]);
  });

  test("and allowing again starts other tabs as well", async () => {
    const [one, two] = [browser.open(), browser.open()];
    one.tracker.choose(true);
    const id = two.click();
    await pass(10_000);
    expect(browser.server.ids).toEqual([id]);
  });

  test("on another device is noticed with the next events", async () => {
    browser.server.consent = true;
    const tab = browser.open();
    browser.server.consent = false;
    tab.click();
    await pass(SOON);
    expect(tab.tracker.getChoice()).toBe("refused");
    const { posts } = browser.server;
    tab.click();
    await pass(LATER);
    expect(browser.server.posts).toHaveLength(posts.length);
    expect(browser.server.ids).toEqual([]);
  });

  test("clearing the browser's data is as good as never having been asked", async () => {
    browser.server.consent = true;
    const tab = browser.open();
    browser.storage.clear();
    tab.hearStorage(null);
    tab.click();
    await pass(LATER);
    expect(tab.tracker.getChoice()).toBe("unasked");
    expect(browser.server.calls).toEqual([]);
  });
});

describe("what the server knows", () => {
  test.each([
    [true, "granted"],
    [false, "refused"],
  ] as const)("counts on a new device (%s)", async (isGranted, choice) => {
    browser.server.consent = isGranted;
    const tab = browser.open();
    expect(tab.tracker.getChoice()).toBe(choice);
    await pass(LATER);
    expect(browser.server.calls).toEqual([]);
  });

  test("counts more than what this browser remembers, and somebody new is asked anew", () => {
    browser.storage.items.set("waymark.tracking", "yes told");
    expect(browser.open("refused").tracker.getChoice()).toBe("refused");
    browser.storage.items.set("waymark.tracking", "yes told");
    browser.storage.items.set("waymark.event.1", JSON.stringify({ eventId: "1" }));
    expect(browser.open("unasked").tracker.getChoice()).toBe("unasked");
    expect(browser.storage.items.size).toBe(0);
  });

  test("counts no more once the person has chosen on this page", () => {
    const tab = browser.open("unasked");
    tab.tracker.choose(true);
    tab.tracker.adopt("unasked");
    tab.tracker.adopt("refused");
    expect(tab.tracker.getChoice()).toBe("granted");
  });
});

describe.each([{ globalPrivacyControl: true }, { doNotTrack: "1" }])("with %o", (signals) => {
  beforeEach(() => {
    browser.signals = signals;
  });

  test("nothing is recorded, whatever was agreed before, and what waited is gone", async () => {
    browser.server.consent = true;
    browser.storage.items.set("waymark.event.1", JSON.stringify({ eventId: "1" }));
    const tab = browser.open();
    tab.click();
    tab.tracker.choose(true);
    tab.click();
    tab.hide();
    await pass(LATER);
    expect(tab.tracker.getChoice()).toBe("opted_out");
    expect(browser.server.posts).toEqual([]);
    expect(tab.beacons).toEqual([]);
    expect([...browser.storage.items.keys()]).toEqual(["waymark.tracking"]);
  });
});

test("a signal that only the server sees counts as well", async () => {
  const tab = browser.open("opted_out");
  tab.click();
  await pass(LATER);
  expect(tab.tracker.getChoice()).toBe("opted_out");
  expect(browser.server.calls).toEqual([]);
  expect(browser.storage.items.size).toBe(0);
});

test.each([{ globalPrivacyControl: false }, { doNotTrack: "0" }, { doNotTrack: "unspecified" }])(
  "%o asks for nothing",
  (signals) => {
    browser.signals = signals;
    expect(browser.open().tracker.getChoice()).toBe("unasked");
  },
);
