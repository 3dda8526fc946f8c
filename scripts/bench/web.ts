/** Lighthouse of the main pages, phone profile with its simulated slow network and processor. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { type RunnerResult } from "lighthouse";
import { quantile } from "@/lib/engine/math/statistics";
import type { Table } from "../report";
import { startServer, submitSample } from "./server";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const RUNS = 3;

export async function benchWeb(): Promise<Table[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-"));
  const server = await startServer(dataDir);
  const chrome = await launch({
    chromePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromeFlags: [
      "--headless=new",
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const sessionId = await submitSample(server.url);
    const rows: Table["rows"] = [];
    for (const page of ["/", "/quiz", `/results/${sessionId}`, "/careers", "/careers/15-1252.00"]) {
      const runs: RunnerResult["lhr"][] = [];
      for (let i = 0; i < RUNS; i++) {
        const result = await lighthouse(`${server.url}${page}`, {
          port: chrome.port,
          onlyCategories: [...CATEGORIES],
          logLevel: "error",
        });
        if (result !== undefined) runs.push(result.lhr);
      }
      const middle = (values: (number | null | undefined)[]): number =>
        quantile(
          values.map((value) => value ?? 0).sort((a, b) => a - b),
          0.5,
        );
      rows.push({
        page: page.startsWith("/results") ? "/results/…" : page,
        ...Object.fromEntries(
          CATEGORIES.map((name) => [name, 100 * middle(runs.map((lhr) => lhr.categories[name]?.score))]),
        ),
        "LCP s": middle(runs.map((lhr) => lhr.audits["largest-contentful-paint"]?.numericValue)) / 1000,
        "TBT ms": middle(runs.map((lhr) => lhr.audits["total-blocking-time"]?.numericValue)),
        CLS: middle(runs.map((lhr) => lhr.audits["cumulative-layout-shift"]?.numericValue)),
        "transfer kB": middle(runs.map((lhr) => lhr.audits["total-byte-weight"]?.numericValue)) / 1000,
      });
    }
    return [
      {
        name: "Lighthouse",
        note: `Phone profile, medians of ${RUNS} runs; interaction delay is approximated by total blocking time.`,
        rows,
      },
    ];
  } finally {
    chrome.kill();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
