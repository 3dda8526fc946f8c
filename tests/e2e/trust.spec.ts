import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ExportSchema } from "@/lib/contracts/user-data";
import { listCookies } from "@/lib/web/cookies";
import { expectAccessible } from "./expect-accessible";
import { expect, LOVES, submitQuiz, test } from "./fixtures";

const PASSWORD = "purple anvil forty";
const CAREER = "15-1252.00";

async function download(page: Page): Promise<unknown> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^waymark-export-\d{4}-\d{2}-\d{2}\.json$/);
  return JSON.parse(await readFile(await file.path(), "utf8"));
}

async function makeGuest(page: Page): Promise<string> {
  const sessionId = await submitQuiz(page);
  await page.request.post("/api/v1/results/recommend", { data: { sessionId } });
  await page.request.post("/api/v1/results/save-career", { data: { sessionId, careerCode: CAREER } });
  return sessionId;
}

const cookieNames = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

test("a guest downloads a file that holds their quiz and their saved career", async ({ page }) => {
  const sessionId = await makeGuest(page);
  await page.goto("/settings/data");
  await expect(page.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
  const file = ExportSchema.parse(await download(page));
  expect(file.profile).toMatchObject({ role: "guest", email: null });
  expect(file.quizzes.map(({ id }) => id)).toEqual([sessionId]);
  expect(file.quizzes[0]?.answers).toContainEqual(expect.objectContaining({ questionId: "loves", value: LOVES }));
  expect(file.lists[0]?.careers).toHaveLength(5);
  expect(file.savedCareers).toMatchObject([{ careerCode: CAREER, career: "Software Developers" }]);
  expect(file.interactions).toEqual([]);
});

test("a guest deletes everything by keyboard, and the browser keeps nothing", async ({ page }) => {
  const sessionId = await makeGuest(page);
  await page.goto("/quiz");
  await expect(async () => {
    await page.keyboard.press("7");
    await expect(page.getByRole("radio", { name: "7 of 10", exact: true })).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.goto("/settings/data");
  const opener = page.getByRole("button", { name: "Delete my data …" });
  await expect(async () => {
    await opener.press("Enter");
    await expect(page.getByRole("heading", { name: "Are you sure?" })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Keep everything" }).press("Enter");
  await expect(opener).toBeFocused();
  await opener.press("Enter");
  const word = page.getByRole("textbox", { name: "Type delete to confirm" });
  await word.press("Enter");
  await expect(page.getByRole("link", { name: "Type the word delete to confirm." })).toBeVisible();
  expect((await page.request.get(`/api/v1/results/${sessionId}`)).status()).toBe(200);
  await word.fill("Delete");
  await word.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Everything is deleted" })).toBeVisible();
  expect(await cookieNames(page)).toEqual([]);
  const left = await page.evaluate(() => Object.keys(localStorage));
  expect(left.filter((key) => key.startsWith("waymark.") && key !== "waymark.theme")).toEqual([]);
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
  expect((await page.request.get(`/api/v1/results/${sessionId}`)).status()).toBe(404);
  await page.goto("/settings/data");
  await expect(page.getByRole("heading", { level: 1, name: "Nothing is stored about you" })).toBeVisible();
});

test("an account deletes itself: the cookie is gone, the API does not know it, and signing in fails", async ({
  page,
}) => {
  const email = `${crypto.randomUUID()}@example.com`;
  await makeGuest(page);
  await page.goto("/register");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect.poll(() => cookieNames(page)).toContain("waymark_session");
  // The page that follows is on its way: to go elsewhere meanwhile would be cut short by it.
  await expect(page).not.toHaveURL(/register/);
  await page.waitForLoadState("load");
  const known = listCookies(false).map(({ name }) => name);
  for (const name of await cookieNames(page)) expect(known).toContain(name);
  await page.goto("/settings/data");
  await expect(page.getByText(email)).toBeVisible();
  expect(ExportSchema.parse(await download(page)).savedCareers).toHaveLength(1);
  await page.getByRole("button", { name: "Delete my account …" }).click();
  const password = page.getByLabel("Your password", { exact: true });
  const confirm = page.getByRole("button", { name: "Delete my account for good" });
  await password.fill("not my password");
  await confirm.click();
  await expect(page.getByRole("link", { name: "This is not your password." })).toBeVisible();
  await password.fill(PASSWORD);
  await confirm.click();
  await expect(page.getByRole("heading", { level: 1, name: "Everything is deleted" })).toBeVisible();
  expect(await cookieNames(page)).toEqual([]);
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
  const login = await page.request.post("/api/v1/auth/login", { data: { email, password: PASSWORD } });
  expect(login.status()).toBe(401);
});

test("the choice about recording is made on the privacy page, and holds", async ({ page }) => {
  await page.goto("/privacy");
  const status = page.getByRole("status").filter({ hasText: "recorded" });
  await expect(status).toHaveText("Nothing is recorded now: you have not chosen yet.");
  const tracking = async () => (await (await page.request.get("/api/v1/me/consent")).json()).tracking;
  await page.getByRole("button", { name: "Allow recording" }).click();
  await expect(status).toHaveText("What you do with your recommendations is recorded now.");
  await expect.poll(tracking).toBe(true);
  await page.reload();
  await expect(page.getByRole("button", { name: "Allow recording" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Do not record" }).click();
  await expect(status).toHaveText("Nothing is recorded now.");
  await expect.poll(tracking).toBe(false);
});

test("a browser that asks not to be tracked has nothing to choose", async ({ page }) => {
  await page.setExtraHTTPHeaders({ "sec-gpc": "1" });
  await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  await page.goto("/privacy");
  await expect(page.getByText("Nothing is recorded: your browser asks every site not to track you.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Allow recording" })).toHaveCount(0);
});

test("the page on ranking shows the shares that are in use, and switches personal recommendations off", async ({
  page,
}) => {
  await makeGuest(page);
  await page.goto("/how-ranking-works");
  const score = page.getByRole("region", { name: "The score" });
  await expect(score.getByText("70%")).toBeVisible();
  await expect(score.getByText("30%")).toBeVisible();
  await expect(score.getByText(/All 92\d careers are compared with your 19 answers/)).toBeVisible();
  const usesHistory = async () => (await (await page.request.get("/api/v1/me")).json()).usesHistory;
  expect(await usesHistory()).toBe(true);
  await page.getByRole("switch", { name: "Personal recommendations" }).click();
  await expect.poll(usesHistory).toBe(false);
  await page.getByRole("link", { name: "All careers by openings a year" }).click();
  await expect(page).toHaveURL(/sort=openings/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no trust page has an accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const check = async (path: string) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (path === "/settings/data") {
        const opener = page.getByRole("button", { name: "Delete my data …" });
        if (await opener.isVisible()) await opener.click();
      }
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessible(page, `${path} at ${width}`);
      }
    };
    for (const path of ["/settings/data", "/privacy", "/how-ranking-works", "/settings/data/deleted"])
      await check(path);
    await makeGuest(page);
    for (const path of ["/settings/data", "/how-ranking-works"]) await check(path);
  });
}
