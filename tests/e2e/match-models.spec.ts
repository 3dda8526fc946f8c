import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { expect, fillIn, LOVES, RATINGS, test, toAnswers } from "./fixtures";
import { type OwnServer, startOwnServer } from "./own-server";

const ANSWERS = toAnswers((question) => RATINGS[question] ?? 5, LOVES);

let dataDir: string;
let server: OwnServer;

test.beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-match-"));
  const env = { WAYMARK_DATA: dataDir, RATE_LIMIT_SCALE: "0", LOG_LEVEL: "error", ADMIN_EMAIL, ADMIN_PASSWORD };
  server = await startOwnServer(env);
});
test.afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function openModels(page: Page): Promise<void> {
  await page.goto(`${server.url}/sign-in?next=/admin/models`);
  await fillIn(page, "Email", ADMIN_EMAIL);
  await fillIn(page, "Password", ADMIN_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Models" })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      expect(found, `${colorScheme} at ${viewport.width} px`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${viewport.width} px scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("an admin trains, promotes and rolls back what says how likely careers suit, and no order changes", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const list = async () => {
    const data = { answers: ANSWERS, top_n: 10, diversity: false };
    const { recommendations, suits_basis } = await (
      await request.post(`${server.url}/api/v1/results/recommend`, { data })
    ).json();
    const column = (name: string) => recommendations.map((row: Record<string, unknown>) => row[name]);
    return { version: suits_basis.version, order: column("code"), suits: column("suits") };
  };
  const before = await list();
  await openModels(page);
  const panel = region(page, "How likely careers suit");
  await expect(panel).toContainText("In use is the model that comes with the program.");
  await panel.getByRole("button", { name: "Train a version" }).click();
  await expect(page.getByText("Training of version 1 has begun.")).toBeVisible();
  const row = panel.getByRole("row").filter({ hasText: "Version 1" });
  await expect(row).toContainText("Ready", { timeout: 90_000 });
  await expect(row).toContainText(/0\.\d{3} \(0\.\d{3}–0\.\d{3}\), at most 0\.\d{3}/);
  expect((await list()).version).toBeNull();
  await expectAccessible(page);

  await panel.getByRole("button", { name: /^Promote version 1 of/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Promote" }).click();
  await expect(panel).toContainText("In use is version 1.");
  const after = await list();
  expect(after).toMatchObject({ version: 1, order: before.order });

  await panel.getByRole("button", { name: "Roll back to: the model that comes with the program" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Roll back/ })
    .click();
  await expect(panel).toContainText("In use is the model that comes with the program.");
  expect(await list()).toEqual(before);
});
