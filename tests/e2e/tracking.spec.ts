import type { BrowserContext, Page, Request } from "@playwright/test";
import { expect, submitQuiz, test } from "./fixtures";

type Item = { eventId: string; interaction_type: string; value: number | null; career: { code: string } | null };

/** What the server has recorded of this person. */
async function listRecorded(page: Page): Promise<Item[]> {
  const reply = await page.request.get("/api/v1/recommendations/user/history?limit=100");
  expect(reply.status()).toBe(200);
  return (await reply.json()).items;
}

const countRecorded = async (page: Page, kind: string): Promise<number> =>
  (await listRecorded(page)).filter(({ interaction_type }) => interaction_type === kind).length;

const findConsent = async (page: Page): Promise<boolean | null> =>
  (await (await page.request.get("/api/v1/me/consent")).json()).tracking;

const listReactions = async (page: Page): Promise<string[]> => {
  const { items } = await (await page.request.get("/api/v1/me/reactions")).json();
  return items.map(({ kind, value }: { kind: string; value: number | null }) => `${kind} ${value ?? ""}`.trim()).sort();
};

/** Every call that tells of what somebody does, beacons among them. */
function watchTelling(context: BrowserContext): Request[] {
  const told: Request[] = [];
  context.on("request", (request) => {
    const isTelling = /\/(interact|view-career)/.test(request.url());
    if (isTelling || (request.method() === "PUT" && request.url().endsWith("/consent"))) told.push(request);
  });
  return told;
}

const listKept = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^waymark\.(event|tracking)/.test(key)));

const banner = (page: Page) => page.getByRole("region", { name: "May we record what you do here?" });
const card = (page: Page, at: number) => page.getByRole("article").nth(at);
const clickDetails = (page: Page, at: number) =>
  card(page, at)
    .getByRole("button", { name: /^Show details/ })
    .click();

/** Time passes in the browser: a view is more than a second. */
async function look(page: Page): Promise<void> {
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((start) => performance.now() - start > 1500, since);
}

async function openResults(page: Page): Promise<string> {
  const sessionId = await submitQuiz(page);
  await page.goto(`/results/${sessionId}`);
  await expect(page.getByRole("article")).toHaveCount(5);
  return sessionId;
}

async function allow(page: Page): Promise<void> {
  await banner(page).getByRole("button", { name: "Allow" }).click();
  await expect(page.getByText("It is recorded from now on.")).toBeFocused();
  await expect.poll(() => findConsent(page)).toBe(true);
}

async function choose(page: Page, answer: "Allow" | "No thanks"): Promise<void> {
  await page.getByRole("button", { name: "Privacy choices" }).click();
  const dialog = page.getByRole("dialog", { name: "Privacy choices" });
  await dialog.getByRole("button", { name: answer }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
}

test("before anybody chooses, nothing of what they do is kept or sent", async ({ page, context }) => {
  const told = watchTelling(context);
  await openResults(page);
  await expect(banner(page)).toBeVisible();
  await clickDetails(page, 1);
  await look(page);
  expect(await listKept(page)).toEqual([]);
  await card(page, 0).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await expect(banner(page)).toBeVisible();
  await page.goto("/");
  expect(await listKept(page)).toEqual([]);
  expect(told).toEqual([]);
  expect(await listRecorded(page)).toEqual([]);
});

test("who says no thanks is not asked again, and leaves no interaction, while everything still works", async ({
  page,
  context,
}) => {
  const told = watchTelling(context);
  await openResults(page);
  await banner(page).getByRole("button", { name: "No thanks" }).click();
  await expect(page.getByText("Nothing is recorded.")).toBeFocused();
  await expect.poll(() => findConsent(page)).toBe(false);
  await clickDetails(page, 1);
  await card(page, 1)
    .getByRole("button", { name: /^Not for me/ })
    .click();
  await expect.poll(() => listReactions(page)).toEqual(["dismiss"]);
  await card(page, 0).getByRole("button", { name: /^Save/ }).click();
  await look(page);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(4);
  await expect(banner(page)).toBeHidden();
  await page.goto("/");
  expect(told.map((request) => request.method())).toEqual(["PUT"]);
  expect(await listKept(page)).toEqual(["waymark.tracking"]);
  expect(await listRecorded(page)).toEqual([]);
  const exported = await (await page.request.get("/api/v1/me/export")).json();
  expect(exported.interactions).toEqual([]);
});

test("who allows it has views and clicks recorded, each once", async ({ page }) => {
  await openResults(page);
  await allow(page);
  await clickDetails(page, 1);
  await look(page);
  await card(page, 0).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await look(page);
  await page.goto("/");
  // Beacons may be on their way still, and come again with the next page that records.
  await page.goto("/careers");
  await expect.poll(() => countRecorded(page, "click")).toBe(2);
  await expect.poll(() => countRecorded(page, "view")).toBeGreaterThanOrEqual(2);
  await expect.poll(() => listKept(page)).toEqual(["waymark.tracking"]);
  const items = await listRecorded(page);
  expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(items.length);
  const views = items.filter(({ interaction_type }) => interaction_type === "view");
  for (const { value } of views) expect(value).toBeGreaterThan(1);
});

test("a click on a career of the catalogue is recorded for who allowed it", async ({ page }) => {
  await openResults(page);
  await allow(page);
  await page.goto("/careers");
  await page.getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await expect.poll(() => countRecorded(page, "click")).toBe(1);
});

test("clicks without a network arrive once it is back, exactly once", async ({ page, context }) => {
  await openResults(page);
  await allow(page);
  await context.setOffline(true);
  await clickDetails(page, 1);
  await clickDetails(page, 2);
  await context.setOffline(false);
  await expect.poll(() => countRecorded(page, "click")).toBe(2);
  await page.reload();
  await expect.poll(() => listKept(page)).toEqual(["waymark.tracking"]);
  expect(await countRecorded(page, "click")).toBe(2);
});

test("a reload while nothing can be sent loses nothing", async ({ page }) => {
  await openResults(page);
  await allow(page);
  const path = "**/api/v1/recommendations/interact";
  await page.route(path, (route) => route.abort("internetdisconnected"));
  await clickDetails(page, 1);
  await page.reload();
  await clickDetails(page, 2);
  const kept = await listKept(page);
  expect(kept.filter((key) => key.startsWith("waymark.event")).length).toBeGreaterThanOrEqual(2);
  await page.unroute(path);
  await page.reload();
  await expect.poll(() => countRecorded(page, "click")).toBe(2);
  await expect.poll(() => listKept(page)).toEqual(["waymark.tracking"]);
});

test("withdrawing stops at once, in every tab", async ({ page, context }) => {
  const sessionId = await openResults(page);
  await allow(page);
  const other = await context.newPage();
  await other.goto(`/results/${sessionId}`);
  await expect(other.getByRole("article")).toHaveCount(5);
  await clickDetails(other, 1);
  await expect.poll(() => countRecorded(page, "click")).toBe(1);
  await page.bringToFront();
  const path = "**/api/v1/recommendations/interact";
  await page.route(path, (route) => route.abort("internetdisconnected"));
  await clickDetails(page, 1);
  await choose(page, "No thanks");
  await expect.poll(() => listKept(page)).toEqual(["waymark.tracking"]);
  const told = watchTelling(context);
  await clickDetails(other, 2);
  await clickDetails(page, 2);
  await expect.poll(() => findConsent(page)).toBe(false);
  await page.goto("/");
  await other.goto("/");
  expect(told.filter((request) => request.method() === "POST")).toEqual([]);
  expect(await countRecorded(page, "click")).toBe(1);
});

test.describe("with Global Privacy Control", () => {
  test.use({ extraHTTPHeaders: { "sec-gpc": "1" } });

  test("nobody is asked, and nothing is recorded", async ({ page, context }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
    });
    const told = watchTelling(context);
    await openResults(page);
    await expect(banner(page)).toBeHidden();
    await clickDetails(page, 1);
    await look(page);
    await page.getByRole("button", { name: "Privacy choices" }).click();
    const dialog = page.getByRole("dialog", { name: "Privacy choices" });
    await expect(dialog.getByText("your browser asks every site not to track you")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Allow" })).toBeHidden();
    await page.goto("/");
    expect(told).toEqual([]);
    expect(await listKept(page)).toEqual([]);
    expect(await listRecorded(page)).toEqual([]);
  });
});

test("a career that is not for somebody folds away, leaves the next list, and comes back", async ({ page }) => {
  const sessionId = await openResults(page);
  await allow(page);
  const title = (await card(page, 1).getByRole("heading", { level: 3 }).textContent()) ?? "";
  const listed = async () => {
    const reply = await page.request.post("/api/v1/results/recommend", { data: { sessionId } });
    return (await reply.json()).recommendations.map(({ career }: { career: string }) => career);
  };
  await card(page, 1)
    .getByRole("button", { name: `Not for me: ${title}` })
    .click();
  const undo = page.getByRole("button", { name: `Undo: bring back ${title}` });
  await expect(undo).toBeFocused();
  await expect.poll(() => listReactions(page)).toEqual(["dismiss"]);
  await expect.poll(() => countRecorded(page, "dismiss")).toBe(1);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(4);
  await page.keyboard.press("Tab");
  await undo.press("Enter");
  await expect(page.getByRole("heading", { level: 3, name: title })).toBeFocused();
  await expect.poll(() => listReactions(page)).toEqual([]);
  expect(await listed()).toContain(title);

  await card(page, 1)
    .getByRole("button", { name: `Not for me: ${title}` })
    .click();
  await expect.poll(() => listReactions(page)).toEqual(["dismiss"]);
  expect(await listed()).not.toContain(title);
});

test("doing it and stars work by keyboard, are kept, and are recorded once", async ({ page }) => {
  await openResults(page);
  await allow(page);
  const more = card(page, 1).getByRole("button", { name: /^More for/ });
  await more.focus();
  await page.keyboard.press("Enter");
  const doing = page.getByRole("button", { name: "I’m doing this" });
  await expect(doing).toBeFocused();
  await page.keyboard.press("Space");
  await expect(doing).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "3 stars" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await expect(card(page, 1).getByText("You gave 3 stars")).toBeVisible();
  await expect.poll(() => listReactions(page)).toEqual(["implement", "rate 3"]);
  await expect.poll(() => countRecorded(page, "implement")).toBe(1);
  await expect
    .poll(async () => (await listRecorded(page)).filter((item) => item.interaction_type === "rate"))
    .toMatchObject([{ value: 3 }]);
  await page.reload();
  await expect(card(page, 1).getByText("You’re doing this")).toBeVisible();
  await more.click();
  await page.getByRole("button", { name: "Remove stars" }).click();
  await expect.poll(() => listReactions(page)).toEqual(["implement"]);
});

test("sharing a career copies its public link", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openResults(page);
  await allow(page);
  await card(page, 0)
    .getByRole("button", { name: /^More for/ })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Share" }).click();
  await expect(page.getByText(/^The link to .* is copied/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/careers\/\d\d-\d{4}\.\d\d$/);
  await expect.poll(() => countRecorded(page, "share")).toBe(1);
});

test("what cannot be kept is said, and shown as it is", async ({ page }) => {
  await openResults(page);
  await page.route("**/api/v1/me/reactions/**", (route) => route.abort("internetdisconnected"));
  await card(page, 1)
    .getByRole("button", { name: /^Not for me/ })
    .click();
  await expect(page.getByText(/That was not kept/)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(5);
});

test("a career's page has the same actions for a known person, and saving for everybody", async ({ page, context }) => {
  await submitQuiz(page);
  await page.goto("/careers/29-1141.00");
  const dismiss = page.getByRole("button", { name: "Not for me: Registered Nurses" });
  await dismiss.click();
  await expect(dismiss).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => listReactions(page)).toEqual(["dismiss"]);
  await dismiss.click();
  await expect.poll(() => listReactions(page)).toEqual([]);
  await context.clearCookies();
  await page.goto("/careers/29-1141.00");
  await expect(dismiss).toBeHidden();
  await page.getByRole("button", { name: "Save: Registered Nurses" }).click();
  const listSaved = async () => {
    const reply = await page.request.get("/api/v1/me/saved-careers");
    return reply.ok() ? (await reply.json()).items.map((item: { careerCode: string }) => item.careerCode) : null;
  };
  await expect.poll(listSaved).toEqual(["29-1141.00"]);
  await page.reload();
  await expect(page.getByRole("button", { name: "Saved: Registered Nurses" })).toBeVisible();
});
