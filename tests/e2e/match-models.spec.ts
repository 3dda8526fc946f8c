import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { expect, LOVES, RATINGS, test, toAnswers } from "./fixtures";
import { expectModelsAccessible, openModels } from "./models-page";
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
  await openModels(page, server.url);
  const panel = region(page, "How likely careers suit");
  await expect(panel).toContainText("In use is the model that comes with the program.");
  await panel.getByRole("button", { name: "Train a version" }).click();
  await expect(page.getByText("Training of version 1 has begun.")).toBeVisible();
  const row = panel.getByRole("row").filter({ hasText: "Version 1" });
  await expect(row).toContainText("Ready", { timeout: 90_000 });
  await expect(row).toContainText(/0\.\d{3} \(0\.\d{3}–0\.\d{3}\), at most 0\.\d{3}/);
  expect((await list()).version).toBeNull();
  await expectModelsAccessible(page);

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
