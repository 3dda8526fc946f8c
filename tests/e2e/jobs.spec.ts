import type { Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./fixtures";
import { type Postings, postJobs, toFeed } from "./job-postings";

const deck = (page: Page) => page.getByRole("region", { name: "Jobs, one at a time" });
/** The cards below it are inert. */
const top = (page: Page) => deck(page).locator("article:not([inert])");
const topTitle = async (page: Page): Promise<string> =>
  (await top(page).getByRole("heading", { level: 2 }).textContent()) ?? "";

/** What search engines read of a job. */
const STRUCTURED = 'script[type="application/ld+json"]';

type Swiped = { job: { id: string; title: string }; direction: string; reasons: string[] };
const listSwipes = async (page: Page): Promise<Swiped[]> =>
  (await (await page.request.get("/api/v1/swipes?limit=100")).json()).items;
const titlesOf = async (page: Page, direction: string): Promise<string[]> =>
  (await listSwipes(page))
    .filter((swipe) => swipe.direction === direction)
    .map(({ job }) => job.title)
    .toReversed();

let postings: Postings;
test.beforeAll(async ({ request }) => {
  postings = await postJobs(request, 7);
});

async function openDeck(page: Page): Promise<void> {
  await page.goto(toFeed(postings));
  await expect(top(page)).toBeVisible();
}

test("the deck works with the keyboard alone, says what it does, and undo withdraws the application", async ({
  page,
}) => {
  await openDeck(page);
  const status = deck(page).getByRole("status").first();
  const first = await topTitle(page);
  await top(page).getByRole("link", { name: first }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Swiping" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await topTitle(page)).toBe(first);

  await page.keyboard.press("ArrowLeft");
  await expect(status).toContainText(`Skipped: ${first}. Now: `);
  const second = await topTitle(page);
  expect(second).not.toBe(first);
  // The card that had the focus is gone, and the keyboard is not.
  await expect(top(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(status).toContainText(`Applied: ${second}. Now: `);
  await expect.poll(() => titlesOf(page, "RIGHT")).toEqual([second]);
  const applied = postings.jobs.find(({ title }) => title === second)?.id;
  const job = async () => (await page.request.get(`/api/v1/jobs/${applied}`)).json();
  expect(await job()).toMatchObject({ swipe: "RIGHT", applicationId: expect.any(String) });
  await expect(page.getByText("Employers see them once there is an account")).toBeVisible();

  await page.keyboard.press("Backspace");
  await expect(status).toContainText(`Taken back: ${second}. Now: ${second}`);
  await expect.poll(async () => (await job()).swipe).toBeNull();
  await page.keyboard.press("Backspace");
  await expect(status).toContainText(`Taken back: ${first}. Now: ${first}`);
  await expect.poll(() => listSwipes(page)).toEqual([]);
  await page.keyboard.press("Backspace");
  expect(await topTitle(page)).toBe(first);
});

/** Drags the card on top, slowly at the end: what counts is how far, not how fast. The button stays down. */
async function drag(page: Page, byPx: number): Promise<void> {
  const box = await top(page).boundingBox();
  const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
  const y = (box?.y ?? 0) + 24;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 0.9 * byPx, y, { steps: 8 });
  await page.mouse.move(x + byPx, y, { steps: 12 });
}

test("dragging skips and applies with a stamp that follows, and a short drag does nothing", async ({ page }) => {
  await openDeck(page);
  const first = await topTitle(page);
  const opacityOf = (stamp: string) =>
    top(page)
      .getByText(stamp, { exact: true })
      .evaluate((element) => Number(getComputedStyle(element).opacity));
  await drag(page, 60);
  await expect.poll(() => opacityOf("Apply")).toBeGreaterThan(0.2);
  expect(await opacityOf("Apply")).toBeLessThan(0.9);
  expect(await opacityOf("Skip")).toBe(0);
  await page.mouse.up();
  await expect.poll(() => opacityOf("Apply")).toBe(0);
  expect(await topTitle(page)).toBe(first);

  await drag(page, -220);
  await page.mouse.up();
  await expect(top(page).getByRole("heading", { level: 2, name: first })).toBeHidden();
  const second = await topTitle(page);
  await expect.poll(() => titlesOf(page, "LEFT")).toEqual([first]);
  // The card that leaves is out of the way before the next one is taken.
  await expect(page.locator("article")).toHaveCount(3);
  await drag(page, 220);
  await page.mouse.up();
  await expect.poll(() => titlesOf(page, "RIGHT")).toEqual([second]);
});

test("a finger swipes too, and the page does not take the gesture for scrolling", async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await openDeck(page);
  const first = await topTitle(page);
  const box = await top(page).boundingBox();
  const cdp = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", dx: number) => {
    const point = { x: (box?.x ?? 0) + 60 + dx, y: (box?.y ?? 0) + 60 };
    return cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [point] });
  };
  await touch("touchStart", 0);
  for (let step = 1; step <= 15; step += 1) await touch("touchMove", 16 * step);
  await touch("touchEnd", 0);
  await expect.poll(() => titlesOf(page, "RIGHT")).toEqual([first]);
  await context.close();
});

test("a reason for a skip becomes a preference, which can be undone there and in the panel", async ({ page }) => {
  await openDeck(page);
  await page.getByRole("button", { name: /^Skip: / }).click();
  await page.getByRole("button", { name: "Something else" }).click();
  await page.getByRole("button", { name: "Level", exact: true }).first().click();
  const preferences = async () => (await (await page.request.get("/api/v1/me/job-preferences")).json()).preferences;
  await expect.poll(async () => (await listSwipes(page))[0]?.reasons.length).toBe(2);
  await expect.poll(async () => (await preferences()).hiddenSeniorities.length).toBe(1);
  await page.getByRole("button", { name: "Undo that" }).click();
  await expect.poll(async () => (await preferences()).hiddenSeniorities).toEqual([]);

  // Taken back as a whole, the swipe leaves nothing: the card is there again, though its company was ruled out for a moment.
  await page.getByRole("button", { name: /^Skip: / }).click();
  await page.getByRole("button", { name: "Company", exact: true }).click();
  await expect.poll(async () => (await preferences()).hiddenCompanies.length).toBe(1);
  // The level's jobs came back meanwhile, so that the one on top may have changed before the skip.
  const skipped = String((await listSwipes(page))[0]?.job.title);
  await page.keyboard.press("Backspace");
  await expect.poll(async () => (await preferences()).hiddenCompanies).toEqual([]);
  await expect(top(page).getByRole("heading", { level: 2, name: skipped })).toBeVisible();

  await page.getByRole("button", { name: /^Skip: / }).click();
  await page.getByRole("button", { name: "Company", exact: true }).click();
  // All of them are of that one company.
  await expect(page.getByRole("heading", { name: "That was all for now" })).toBeVisible();
  await page.getByRole("button", { name: "Preferences" }).click();
  const sheet = page.getByRole("dialog", { name: "Your job preferences" });
  await sheet.getByRole("button", { name: `Remove Works ${postings.skill}` }).click();
  await expect(sheet.getByText("Saved. The feed follows.")).toBeVisible();
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(top(page)).toBeVisible();
});

test("swipes made offline wait, survive a reload and arrive exactly once", async ({ page, context }) => {
  await openDeck(page);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/swipes")) sent.push(request.method());
  });
  // The reload may cut off one that was on its way, which is sent again.
  const answered: string[] = [];
  page.on("requestfinished", (request) => {
    if (request.url().endsWith("/api/v1/swipes")) answered.push(request.method());
  });
  await context.setOffline(true);
  const titles: string[] = [];
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowRight", "ArrowLeft"]) {
    titles.push(await topTitle(page));
    await page.keyboard.press(key);
    await expect(deck(page).getByRole("status").first()).toContainText(`: ${titles.at(-1)}. Now: `);
  }
  await page.keyboard.press("Backspace");
  await expect(page.getByText("You are offline. 3 swipes are kept in this browser")).toBeVisible();
  expect(await listSwipes(page)).toEqual([]);
  expect(sent).toEqual([]);
  await context.setOffline(false);
  await page.reload();
  await expect.poll(async () => (await listSwipes(page)).length).toBe(3);
  await expect(page.getByText("You are offline")).toBeHidden();
  expect(await titlesOf(page, "RIGHT")).toEqual([titles[0], titles[2]]);
  expect(await titlesOf(page, "LEFT")).toEqual([titles[1]]);
  await expect(top(page)).toBeVisible();
  await expect.poll(() => answered.filter((method) => method === "POST").length).toBe(3);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).not.toContain("waymark.swipe.");
});

test("a job that closed meanwhile is told of, and the deck goes on", async ({ page, request }) => {
  const own = await postJobs(request, 2);
  await page.goto(toFeed(own));
  const title = await topTitle(page);
  const id = own.jobs.find((job) => job.title === title)?.id ?? "";
  await own.asEmployer("patch", `jobs/${id}`, { isActive: false });
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("alert").filter({ hasText: title })).toBeVisible();
  await expect(top(page)).toBeVisible();
  expect(await listSwipes(page)).toEqual([]);
  await page.goto(`/jobs/${id}`);
  await expect(page.getByText("This job is closed")).toBeVisible();
  await expect(page.locator(STRUCTURED)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Apply" })).toBeHidden();
});

test("the end of the feed says so, and widens by one click; the list shows the same jobs", async ({ page }) => {
  await page.goto(toFeed(postings, "&remote=true&view=list"));
  const rows = page.getByRole("list", { name: "Jobs, best match first" }).getByRole("article");
  await expect(rows).toHaveCount(3);
  const titles = await rows.getByRole("heading", { level: 2 }).allTextContents();
  for (const title of titles) {
    await page.getByRole("button", { name: `Skip: ${title}` }).click();
    await expect(page.getByRole("button", { name: `Undo: ${title}` })).toBeFocused();
  }
  await expect(page.getByRole("heading", { name: "That was all for now" })).toBeVisible();
  await page.getByRole("button", { name: "Cards" }).click();
  await expect(page).not.toHaveURL(/view=list/);
  await expect(page.getByRole("heading", { name: "That was all for now" })).toBeVisible();
  await page.getByRole("button", { name: "Not only remote: 4 more" }).click();
  await expect(page).not.toHaveURL(/remote/);
  await expect(top(page)).toBeVisible();
  expect(titles).not.toContain(await topTitle(page));
});

test("a job's page says how one matches and takes corrections, and what was swiped can be taken back", async ({
  page,
}) => {
  await openDeck(page);
  const id = postings.jobs[1]?.id;
  await page.goto(`/jobs/${id}`);
  expect(JSON.parse((await page.locator(STRUCTURED).textContent()) ?? "")).toMatchObject({
    "@type": "JobPosting",
    title: postings.jobs[1]?.title,
    jobLocationType: "TELECOMMUTE",
    baseSalary: { currency: "USD", value: { minValue: 51_000, maxValue: 71_000, unitText: "YEAR" } },
    directApply: true,
  });
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /^index/);
  await page.getByRole("button", { name: `I have this: ${postings.skill}` }).click();
  await expect(page.getByText(/^Noted\. Your match is \d+ now\.$/)).toBeVisible();
  await page.getByRole("button", { name: `I don’t have this: ${postings.skill}` }).click();
  await expect(page.getByRole("button", { name: `I have this: ${postings.skill}` })).toBeVisible();
  await page.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(page.getByText("You applied to this job.")).toBeVisible();
  await expect.poll(() => titlesOf(page, "RIGHT")).toEqual([postings.jobs[1]?.title]);
  await page.goto("/jobs/swiped");
  await page.getByRole("button", { name: /^Withdraw the application: / }).click();
  await expect.poll(() => listSwipes(page)).toEqual([]);
  const unknown = await page.goto("/jobs/00000000-0000-4000-8000-000000000000");
  expect(unknown?.status()).toBe(404);
  expect((await page.goto("/jobs/nonsense"))?.status()).toBe(404);
});

test("without consent nothing is told of what is looked at, with it the view is", async ({ page }) => {
  const told: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/jobs/interact")) told.push(...request.postDataJSON().events);
  });
  await openDeck(page);
  await page.keyboard.press("ArrowLeft");
  await page.request.put("/api/v1/me/consent", { data: { tracking: true } });
  expect(told).toEqual([]);
  await page.reload();
  await expect(top(page)).toBeVisible();
  await top(page).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => told).toContainEqual(expect.objectContaining({ action: "open" }));
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page of jobs has an accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await openDeck(page);
      await expectAccessible(page, `the deck at ${width}`);
      await page.keyboard.press("ArrowLeft");
      await expect(page.getByRole("button", { name: "Company", exact: true })).toBeVisible();
      await expectAccessible(page, `the deck after a skip at ${width}`);
      await page.goto(toFeed(postings, "&view=list"));
      await expect(page.getByRole("article").first()).toBeVisible();
      await expectAccessible(page, `the list at ${width}`);
      await page.goto(`/jobs/${postings.jobs[0]?.id}`);
      await expectAccessible(page, `a job at ${width}`);
    }
  });
}
