// A Chromium for the browser tests: the one that CHROMIUM_PATH names, the system's, Playwright's own, or one installed now.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail } from "./prepare.mjs";

const SYSTEM_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : fail(`CHROMIUM_PATH=${named} does not exist.`);
  const system = SYSTEM_PLACES.find(existsSync);
  if (system) return system;
  const { chromium } = await import("@playwright/test");
  if (!existsSync(chromium.executablePath())) {
    console.log("\nInstalling a browser for the tests …");
    const { status } = spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
      stdio: "inherit",
    });
    if (status !== 0)
      fail("No browser could be installed. Install Chromium or Chrome, or name one with CHROMIUM_PATH.");
  }
  return chromium.executablePath();
}
