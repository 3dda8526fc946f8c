import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { DiscoverReply } from "@/lib/contracts/jobs";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./admin-account";
import { expect, fillIn, test } from "./fixtures";
import { openModels } from "./models-page";
import { type OwnServer, startOwnServer } from "./own-server";

/** Few people, so jobs draw them strongly alike: what a thousand swipes teach is then sure. */
const SIMULATION = ["--surface", "jobs", "--people", "60", "--days", "3", "--appeal", "2"];
const PROFILE = { headline: "Registered nurse", skills: ["Patient care"], seniority: "MID" };

let dataDir: string;
let server: OwnServer;

/** Places. */
const AGEING_MOVE = 2;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-job-rankers-"));
  const env = { WAYMARK_DATA: dataDir, DATABASE_URL: "", LOG_LEVEL: "error" };
  const command = ["node_modules/tsx/dist/cli.mjs", "scripts/simulate/main.ts", ...SIMULATION];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } });
  expect(stdout).toContain("60 people on ");
  server = await startOwnServer({ ...env, RATE_LIMIT_SCALE: "0", ADMIN_EMAIL, ADMIN_PASSWORD });
});
test.afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const row = (page: Page, number: number) => page.getByRole("row").filter({ hasText: `Version ${number}` });

test("simulated swipes train a ranker of jobs; promoted, it moves a person's feed and says why, and a roll-back brings the old order", async ({
  page,
  request,
  browser,
}) => {
  const discover = async (): Promise<DiscoverReply> => {
    const reply = await request.get(`${server.url}/api/v1/jobs/discover?limit=50`);
    expect(reply.status()).toBe(200);
    return reply.json();
  };
  const ids = ({ items }: DiscoverReply) => items.map(({ id }) => id);
  /** Jobs grow older while this runs, so that two of nearly the same score may change places; with a clock that stands still none does (job-rankers.test.ts). */
  const largestMove = (from: DiscoverReply, to: DiscoverReply): number => {
    const places = new Map(ids(to).map((id, at) => [id, at]));
    return Math.max(...ids(from).map((id, at) => Math.abs(at - (places.get(id) ?? to.items.length))));
  };
  await discover();
  expect((await request.patch(`${server.url}/api/v1/me`, { data: PROFILE })).status()).toBe(200);
  const before = await discover();
  expect(before).toMatchObject({ mode: "profile", ml_ranking_applied: false });

  await openModels(page, server.url);
  await page.getByRole("link", { name: "Jobs", exact: true }).and(page.locator("[href*=surface]")).click();
  const now = region(page, "What ranks jobs now");
  await expect(now).toContainText("No ranker was ever promoted.");
  await fillIn(page, "Share held out", "0.4");
  await fillIn(page, "Trees at most", "100");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(row(page, 1)).toContainText("Ready", { timeout: 30_000 });
  await expect(row(page, 1)).toContainText(/\+0\.\d{3} \(\+0\.\d{3} to \+0\.\d{3}\)/);
  // Trained, but not promoted: nothing moves.
  expect(largestMove(before, await discover())).toBeLessThanOrEqual(AGEING_MOVE);

  await page.getByRole("button", { name: "Promote version 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Promote" }).click();
  await expect(now).toContainText(/Version 1\s*Since/);
  const promoted = await discover();
  expect(promoted.ml_ranking_applied).toBe(true);
  expect(largestMove(before, promoted)).toBeGreaterThan(AGEING_MOVE);
  const reasonsOf = (item?: DiscoverReply["items"][number]) => [
    ...(item?.reasons.for ?? []),
    ...(item?.reasons.against ?? []),
  ];
  const isLearned = (reason: string) => reason.startsWith("Learned from choices: ");
  const moved = promoted.items.find((item) => reasonsOf(item).some(isLearned));
  expect(moved?.parts.learned).not.toBe(0);
  const { cookies } = await request.storageState();
  const person = await browser.newContext({ storageState: { cookies, origins: [] } });
  const job = await person.newPage();
  await job.goto(`${server.url}/jobs/${moved?.id}`);
  await expect(job.getByText(reasonsOf(moved).find(isLearned) ?? "").first()).toBeVisible();
  await person.close();

  await page.getByRole("button", { name: "Roll back to: Base scores" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back", exact: true }).click();
  await expect(page.getByText("Rolled back. Ranking now: Base scores.")).toBeVisible();
  const after = await discover();
  expect(after.ml_ranking_applied).toBe(false);
  expect(largestMove(before, after)).toBeLessThanOrEqual(AGEING_MOVE);
  expect(after.items.every(({ parts }) => parts.learned === 0)).toBe(true);
});
