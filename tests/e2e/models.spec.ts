import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { makeChoices } from "./career-choices";
import { expect, fillIn, LOVES, RATINGS, test, toAnswers } from "./fixtures";
import { expectModelsAccessible, openModels } from "./models-page";
import { type OwnServer, startOwnServer } from "./own-server";

const PEOPLE = 80;
const ANSWERS = toAnswers((question) => RATINGS[question] ?? 5, LOVES);

type Row = { code: string; score: number; recommendationId: string };

test.describe.configure({ mode: "serial" });

let dataDir: string;
let server: OwnServer;

test.beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-models-"));
  // Whether it is in time is not what is tested here, beside other browsers on one machine.
  const env = {
    WAYMARK_DATA: dataDir,
    RANKER_MS_MAX: "5000",
    RATE_LIMIT_SCALE: "0",
    LOG_LEVEL: "error",
    ADMIN_EMAIL,
    ADMIN_PASSWORD,
  };
  server = await startOwnServer(env);
});
test.afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const row = (page: Page, number: number) => page.getByRole("row").filter({ hasText: `Version ${number}` });

test("with too little to learn from the page says how much is missing, and what is wrong with an option", async ({
  page,
  context,
}) => {
  await openModels(page, server.url);
  await expect(region(page, "What ranks careers now")).toContainText("No ranker was ever promoted.");
  await expect(page.getByRole("heading", { name: "Nothing was trained yet" })).toBeVisible();
  await page.getByRole("link", { name: "Jobs", exact: true }).and(page.locator("[href*=surface]")).click();
  await expect(region(page, "What ranks jobs now")).toContainText("No ranker was ever promoted.");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /more interactions/ })).toBeVisible();
  await expectModelsAccessible(page);
  await page.getByRole("link", { name: "Careers", exact: true }).and(page.locator("[href*=surface]")).click();
  await expect(region(page, "What ranks careers now")).toBeVisible();
  const share = page.getByLabel("Share held out");
  await fillIn(page, "Share held out", "2");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(share).toBeFocused();
  await expect(share).toHaveAccessibleDescription(/must be from 0\.05 to 0\.5/);
  await expect(share).toHaveValue("2");
  await share.fill("0.4");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByText("100 more interactions are needed in these days")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(region(page, "Train a ranker").getByRole("alert")).toBeVisible();
  await expect(share).toHaveValue("0.4");
  await context.setOffline(false);
});

test("an admin trains, promotes by keyboard and rolls back; a person's list moves, says why, and comes back exactly", async ({
  page,
  request,
}) => {
  await makeChoices(server.url, PEOPLE);
  const list = async (sessionId?: string) => {
    const asked = sessionId === undefined ? { answers: ANSWERS } : { sessionId };
    const data = { ...asked, top_n: 10, diversity: false };
    const reply = await request.post(`${server.url}/api/v1/results/recommend`, { data });
    expect(reply.status()).toBe(200);
    const { recommendations, ...rest } = await reply.json();
    return { ...rest, recommendations, order: recommendations.map((row: Row) => [row.code, row.score]) };
  };
  const before = await list();
  await openModels(page, server.url);
  await fillIn(page, "Share held out", "0.4");
  await fillIn(page, "Trees at most", "100");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(row(page, 1)).toContainText("Ready", { timeout: 30_000 });
  const difference = /\+0\.\d{3} \(\+0\.\d{3} to \+0\.\d{3}\)/;
  await expect(row(page, 1)).toContainText(difference);
  const details = region(page, "Version 1 in detail");
  await expect(details).toContainText("percentile of the median pay");
  await expect(details).toContainText("Position 12");
  // Trained, but not promoted: nothing moves.
  expect((await list(before.sessionId)).order).toEqual(before.order);

  await page.getByRole("button", { name: "Promote version 1" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Promote version 1?" });
  await expect(dialog).toBeVisible();
  const confirm = dialog.getByRole("button", { name: "Promote" });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(confirm).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Version 1 ranks now." })).toBeVisible();
  await expect(row(page, 1)).toContainText("Ranks now");
  await expect(region(page, "What ranks careers now")).toContainText(/Version 1\s*Since/);
  await expectModelsAccessible(page);

  const promoted = await list(before.sessionId);
  expect(promoted.ml_ranking_applied).toBe(true);
  expect(promoted.order).not.toEqual(before.order);
  const { cookies } = await request.storageState();
  const person = await page
    .context()
    .browser()
    ?.newContext({ storageState: { cookies, origins: [] } });
  const results = await person?.newPage();
  if (results === undefined) throw new Error("no browser");
  await results.goto(`${server.url}/results/${before.sessionId}`);
  await expect(results.getByText(/^Learned from choices: /).first()).toBeVisible();

  // What they look at and open moves their own list further, says so, and is forgotten on demand.
  const events = promoted.recommendations.flatMap(({ recommendationId }: Row, at: number) =>
    ["view", ...(at % 3 === 0 ? ["click"] : [])].map((interaction_type) => {
      return { recommendationId, interaction_type, eventId: randomUUID() };
    }),
  );
  const agreed = await request.put(`${server.url}/api/v1/me/consent`, { data: { tracking: true } });
  expect(await agreed.json()).toEqual({ tracking: true });
  const sent = await request.post(`${server.url}/api/v1/recommendations/interact`, { data: { events } });
  const { results: outcomes } = await sent.json();
  expect(outcomes.filter(({ recorded }: { recorded: boolean }) => !recorded)).toEqual([]);
  const moved = await list(before.sessionId);
  expect(moved.history.choices).toBe(10);
  expect(moved.order).not.toEqual(promoted.order);
  // What they look at from here on is not recorded, so that nothing but forgetting moves the list.
  await results.route("**/recommendations/interact", (route) => route.abort());
  await results.reload();
  const learns = results.getByRole("region", { name: "What this list learns from" });
  await expect(learns).toContainText("10 careers that you looked at or picked in earlier lists also move this one");
  await learns.getByRole("button", { name: "Forget what I looked at" }).click();
  await expect(learns).not.toContainText("also move this one");
  expect((await list(before.sessionId)).order).toEqual(promoted.order);
  await results.goto(`${server.url}/how-ranking-works`);
  await expect(results.getByText(/^Version 1 of a trained ranker has had a part in the order since/)).toBeVisible();
  await person?.close();

  await page.getByRole("button", { name: "Roll back to: Base scores" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back", exact: true }).click();
  await expect(page.getByText("Rolled back. Ranking now: Base scores.")).toBeVisible();
  const after = await list(before.sessionId);
  expect(after.ml_ranking_applied).toBe(false);
  expect(after.order).toEqual(before.order);
  await page.goto(`${server.url}/admin/audit?action=ranker`);
  for (const did of ["Training begun", "Model promoted", "Ranking rolled back"]) {
    await expect(page.getByRole("rowheader", { name: did })).toBeVisible();
  }
});

test("what was compared with something else may not be promoted, and the button says why", async ({ page }) => {
  await openModels(page, server.url);
  await fillIn(page, "Trees at most", "20");
  await fillIn(page, "Share held out", "0.4");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(row(page, 2)).toContainText("Ready", { timeout: 30_000 });
  // It ranked before, so it may come back; the other one was compared with base scores.
  await page.getByRole("button", { name: "Promote version 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Promote" }).click();
  await expect(row(page, 1)).toContainText("Ranks now");
  const refused = page.getByRole("button", { name: "Promote version 2" });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await expect(refused).toHaveAccessibleDescription(/Something else ranks now than when it was trained/);
  await refused.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Details of version 1" }).click();
  await expect(page.getByRole("group", { name: "Version 1 in detail" })).toBeFocused();
});
