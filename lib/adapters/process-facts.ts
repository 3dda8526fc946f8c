import { readFileSync } from "node:fs";
import path from "node:path";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { z } from "zod";

type Watch = { histogram: IntervalHistogram; sinceMs: number };

// Next bundles this module several times into one process: there is one event loop to watch.
const shared = globalThis as unknown as { waymarkEventLoop?: Watch };

const RESOLUTION_MS = 20;
/** Fewer seconds say nothing about the slowest hundredth. */
const SECONDS_MIN = 2;
const NS_PER_MS = 1e6;

/** Begins to measure how late timers are. Again does nothing. */
export function watchEventLoop(): void {
  if (shared.waymarkEventLoop !== undefined) return;
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  shared.waymarkEventLoop = { histogram, sinceMs: performance.now() };
}

/** How late timers were since this was last asked; null when that is too short a time, or nobody watches. */
function takeEventLoopLag(): { mean: number; p99: number; max: number; seconds: number } | null {
  const watch = shared.waymarkEventLoop;
  if (watch === undefined || watch.histogram.count === 0) return null;
  const seconds = Math.round((performance.now() - watch.sinceMs) / 1000);
  if (seconds < SECONDS_MIN) return null;
  const { histogram } = watch;
  // What it measures is the time between two timers, which is never shorter than the resolution.
  const toMs = (ns: number): number => Math.round(10 * Math.max(0, ns / NS_PER_MS - RESOLUTION_MS)) / 10;
  const lag = { mean: toMs(histogram.mean), p99: toMs(histogram.percentile(99)), max: toMs(histogram.max), seconds };
  histogram.reset();
  watch.sinceMs = performance.now();
  return lag;
}

const PackageSchema = z.object({ version: z.string() });

/** What is known of this process without asking anybody. */
export function getProcessFacts() {
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  const uptimeSeconds = process.uptime();
  const packageFile = path.join(process.cwd(), "package.json");
  return {
    appVersion: PackageSchema.parse(JSON.parse(readFileSync(packageFile, "utf8"))).version,
    nodeVersion: process.versions.node,
    startedAt: new Date(Date.now() - 1000 * uptimeSeconds),
    uptimeSeconds: Math.round(uptimeSeconds),
    memoryBytes: { resident: rss, heapUsed, heapTotal },
    eventLoopLagMs: takeEventLoopLag(),
  };
}
