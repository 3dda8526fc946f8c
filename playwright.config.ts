import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "./tests/e2e/admin-account";

const PORT = Number(process.env.E2E_PORT ?? 3177);
const ABILITY_PORT = PORT + 1;
const executablePath = process.env.CHROMIUM_PATH;
// Workers read this file again: the environment keeps them all on the one folder.
process.env.E2E_DATA ??= mkdtempSync(path.join(os.tmpdir(), "waymark-e2e-"));
const dataDir = process.env.E2E_DATA;

const serve = (port: number, env: Record<string, string>) => ({
  command: `node node_modules/next/dist/bin/next start --port ${port}`,
  url: `http://127.0.0.1:${port}/careers`,
  reuseExistingServer: false,
  timeout: 120_000,
  // The tests are one caller; that callers are limited is a test with servers of its own.
  env: {
    NODE_ENV: "production",
    DATABASE_URL: "",
    LOG_LEVEL: "error",
    RATE_LIMIT_SCALE: "0",
    ADMIN_EMAIL,
    ADMIN_PASSWORD,
    ...env,
  },
});

export default defineConfig({
  testDir: "tests/e2e",
  globalTeardown: "./tests/e2e/remove-data.ts",
  fullyParallel: false,
  // Files side by side, the tests of one in order: two browsers keep two cores busy.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    // A trace of every test takes a fifth of the time; `--trace on` makes one of a test that fails.
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Without these a browser on a closed network keeps asking for its own updates.
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"] }, testIgnore: /ability-only/ },
    { name: "phone", use: { ...devices["Pixel 7"] }, testMatch: /(journey|axe)\.spec/ },
    {
      name: "ability-only",
      use: { ...devices["Desktop Chrome"], baseURL: `http://127.0.0.1:${ABILITY_PORT}` },
      testMatch: /ability-only/,
    },
  ],
  webServer: [
    serve(PORT, { WAYMARK_DATA: path.join(dataDir, "hybrid") }),
    // A model that is not there: what a person sees when the bundled one was lost.
    serve(ABILITY_PORT, { WAYMARK_DATA: path.join(dataDir, "ability"), EMBEDDING_MODEL: "none" }),
  ],
});
