import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { FakeBrowser, type FakeTab, pass, type ServerMode } from "./fake-browser";

/** Two tabs of one browser, a server that comes and goes, and whatever people do: in any order. */
type Step =
  | { do: "click"; tab: 0 | 1; count: number }
  | { do: "server"; mode: ServerMode }
  | { do: "wait"; ms: number }
  | { do: "reload"; tab: 0 | 1; how: "leave" | "crash" }
  | { do: "hide" | "show" | "online"; tab: 0 | 1 };

const tab = fc.constantFrom<0 | 1>(0, 1);
const MODES: ServerMode[] = [
  "up",
  "up",
  "down",
  "error",
  "unanswered",
  "login page",
  { status: 503 },
  { status: 429, retryAfter: "30" },
];
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("click" as const), tab, count: fc.integer({ min: 1, max: 25 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("server" as const), mode: fc.constantFrom(...MODES) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 20_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("reload" as const),
      tab,
      how: fc.constantFrom<"leave" | "crash">("leave", "crash"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom<"hide" | "show" | "online">("hide", "show", "online"), tab }),
  },
);

afterEach(() => vi.useRealTimers());

async function follow(browser: FakeBrowser, tabs: [FakeTab, FakeTab], next: Step): Promise<string[]> {
  switch (next.do) {
    case "click":
      return Array.from({ length: next.count }, () => tabs[next.tab].click());
    case "server":
      browser.server.mode = next.mode;
      return [];
    case "wait":
      await pass(next.ms);
      return [];
    case "reload":
      tabs[next.tab].close(next.how);
      tabs[next.tab] = browser.open();
      return [];
    case "hide":
      tabs[next.tab].hide();
      return [];
    case "show":
      tabs[next.tab].show();
      return [];
    case "online":
      tabs[next.tab].goOnline();
      return [];
  }
}

test.each([true, false])(
  "whatever fails in whatever order, every event that was taken is recorded, each once (locks: %s)",
  { timeout: 60_000 },
  async (hasLocks) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        vi.useFakeTimers();
        const browser = new FakeBrowser();
        browser.hasLocks = hasLocks;
        const tabs: [FakeTab, FakeTab] = [browser.open(), browser.open()];
        const taken: string[] = [];
        for (const next of steps) taken.push(...(await follow(browser, tabs, next)));
        // 500 are kept: beyond that the oldest are given up, which is another test's matter.
        fc.pre(taken.length <= 500);
        browser.server.mode = "up";
        await pass(1_000_000);
        expect(browser.server.ids).toEqual(taken.sort());
        expect([...browser.storage.items.keys()]).toEqual(["waymark.tracking"]);
        vi.useRealTimers();
      }),
      { numRuns: 300, seed: 20261121 },
    );
  },
);
