import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeBrowser, FakeElement, type FakeTab, pass } from "./fake-browser";

const ONE = "00000000-0000-4000-8000-000000000001";
const TWO = "00000000-0000-4000-8000-000000000002";
/** Until a batch is sent and answered. */
const SOON = 3100;

let browser: FakeBrowser;
let tab: FakeTab;
let element: FakeElement;
let unwatch: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeBrowser();
  tab = browser.open();
  element = new FakeElement();
  unwatch = tab.watch(element, ONE);
});
afterEach(() => vi.useRealTimers());

async function listViews(): Promise<[string, number | undefined][]> {
  await pass(SOON);
  return [...browser.server.recorded.values()]
    .filter(({ event }) => event.interaction_type === "view")
    .map(({ event }) => [event.recommendationId, event.interaction_value]);
}

describe("a view", () => {
  test("is told when the page is hidden, with its whole length", async () => {
    tab.scroll(element, 0.5);
    await pass(4200);
    tab.scroll(element, 0.4);
    await pass(10_000);
    tab.scroll(element, 0.8);
    await pass(2000);
    expect(browser.storage.items.size).toBe(1);
    tab.hide();
    expect(await listViews()).toEqual([[ONE, 6.2]]);
  });

  test.each([
    ["less than half of it", 0.49, 100, 60_000],
    ["half of it for a second", 0.5, 100, 1000],
    ["half of it for less", 1, 100, 400],
    ["nothing", 0, 0, 60_000],
  ])("is not to see %s", async (_, ratio, heightPx, ms) => {
    tab.scroll(element, ratio, heightPx);
    await pass(ms);
    tab.hide();
    expect(await listViews()).toEqual([]);
  });

  test("of something taller than the screen counts when it fills half of the screen", async () => {
    tab.scroll(element, 0.2, 399);
    await pass(5000);
    tab.scroll(element, 0.2, 400);
    await pass(5000);
    tab.hide();
    expect(await listViews()).toEqual([[ONE, 5]]);
  });

  test("goes on while it is scrolled", async () => {
    for (let i = 0; i < 20; i++) {
      tab.scroll(element, 0.5 + i / 40);
      await pass(250);
    }
    tab.hide();
    expect(await listViews()).toEqual([[ONE, 5]]);
  });

  test("is not made of glances", async () => {
    for (let i = 0; i < 20; i++) {
      tab.scroll(element, 1);
      await pass(700);
      tab.scroll(element, 0);
      await pass(700);
    }
    tab.hide();
    expect(await listViews()).toEqual([]);
  });

  test("pauses while the page is hidden, and coming back is another one", async () => {
    tab.scroll(element, 1);
    await pass(3000);
    tab.hide();
    await pass(3_600_000);
    tab.show();
    await pass(2000);
    tab.hide();
    expect(await listViews()).toEqual([
      [ONE, 3],
      [ONE, 2],
    ]);
  });

  test("of a page that was opened in the background starts when it is seen", async () => {
    tab.hide();
    const hidden = new FakeElement();
    tab.watch(hidden, TWO);
    tab.scroll(hidden, 1);
    await pass(60_000);
    tab.show();
    await pass(1500);
    tab.hide();
    expect(await listViews()).toEqual([[TWO, 1.5]]);
  });

  test("ends with its element", async () => {
    tab.scroll(element, 1);
    await pass(3000);
    unwatch();
    await pass(60_000);
    tab.hide();
    expect(await listViews()).toEqual([[ONE, 3]]);
  });

  test("is of the recommendation that the element showed then", async () => {
    tab.scroll(element, 1);
    await pass(3000);
    unwatch();
    tab.watch(element, TWO);
    tab.scroll(element, 1);
    await pass(5000);
    tab.hide();
    expect(await listViews()).toEqual([
      [ONE, 3],
      [TWO, 5],
    ]);
  });

  test("is told once when the page is hidden and then ends", async () => {
    tab.scroll(element, 1);
    await pass(3000);
    tab.close();
    await pass(0);
    browser.open();
    expect(await listViews()).toEqual([[ONE, 3]]);
  });

  test("goes with the page's beacon", async () => {
    tab.scroll(element, 1);
    await pass(3000);
    tab.close();
    await pass(0);
    expect(tab.beacons.flat()).toMatchObject([
      { recommendationId: ONE, interaction_type: "view", interaction_value: 3, context: { surface: "results" } },
    ]);
  });

  test("lasts half an hour at most, whatever the clock says", async () => {
    tab.scroll(element, 1);
    await pass(10 * 3_600_000);
    vi.setSystemTime(new Date("2001-01-01"));
    tab.hide();
    expect(await listViews()).toEqual([[ONE, 1800]]);
  });
});

describe("a click", () => {
  const listClicks = async () => {
    await pass(SOON);
    return [...browser.server.recorded.values()].map(({ event }) => [event.interaction_type, event.context?.target]);
  };

  test("on what is marked is recorded, also with the middle button, and not with the right one", async () => {
    const link = new FakeElement("title");
    tab.watch(link, TWO);
    link.press();
    link.press("auxclick", 1);
    link.press("auxclick", 2);
    expect(await listClicks()).toEqual([
      ["click", "title"],
      ["click", "title"],
    ]);
  });

  test("on anything else is nobody's business", async () => {
    element.press();
    expect(await listClicks()).toEqual([]);
  });

  test("is not recorded after the element is gone", async () => {
    const link = new FakeElement("title");
    tab.watch(link, TWO)();
    link.press();
    expect(await listClicks()).toEqual([]);
  });
});
