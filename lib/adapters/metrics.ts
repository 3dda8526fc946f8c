import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** Seconds. Close together where the goals lie: 5 to 50 ms. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4];

/**
 * Everything that is counted. Labels take few values that we choose: never an id, an address or a path as it was sent, since each
 * value is a series that is kept for good.
 */
function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter<Label>({ name: `waymark_${name}_total`, help, labelNames: [...labelNames], registers });
  return {
    registry,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time from a request's first byte to the end of its reply",
      labelNames: ["method", "route", "status"],
      buckets: SECONDS_BUCKETS,
      registers,
    }),
    quizzes: counter("quizzes", "Quizzes submitted", []),
    recommendations: counter("recommendations", "Lists made, by how they were matched", ["mode"]),
    interactions: counter("interactions", "Interactions sent, by whether they were new and agreed to", ["outcome"]),
    logins: counter("logins", "Sign-ins by outcome", ["outcome"]),
    rateLimited: counter("rate_limited", "Requests refused because an allowance was used up", ["limit"]),
    rankerFallbacks: counter("ranker_fallbacks", "Lists or models that base scores stood in for, by why", [
      "surface",
      "reason",
    ]),
    databaseErrors: counter("database_errors", "Failed database calls by kind", ["kind"]),
  };
}

// Next bundles this module several times into one process: the numbers must be the same ones everywhere.
const shared = globalThis as unknown as { waymarkMetrics?: ReturnType<typeof makeMetrics> };

shared.waymarkMetrics ??= makeMetrics();
export const metrics = shared.waymarkMetrics;

/** Adds memory, processor time, garbage collection and event-loop lag. Once a process. */
export function collectProcessMetrics(): void {
  if (metrics.registry.getSingleMetric("process_cpu_seconds_total") === undefined) {
    collectDefaultMetrics({ register: metrics.registry });
  }
}

/** @param route  the pattern, such as /careers/[code], not the path as it was sent */
export function observeRequest(
  { method, route, status }: { method: string; route: string; status: number },
  seconds: number,
): void {
  metrics.requests.observe({ method, route, status }, seconds);
}

export type RouteSummary = {
  method: string;
  route: string;
  count: number;
  /** Replies 400 to 499, and 500 or more. */
  refused: number;
  failed: number;
  /** Interpolated within the histogram's buckets; null before the first request. */
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
};

/** Counts, errors and latency of each route of this process since it started; the busiest first. */
export async function summarizeRequests(): Promise<RouteSummary[]> {
  const { values } = await metrics.requests.get();
  const routes = new Map<string, { summary: RouteSummary; buckets: number[] }>();
  for (const { value, labels, metricName } of values) {
    const { method, route, status, le } = labels as Record<string, string | number>;
    const key = `${method} ${route}`;
    const entry = routes.get(key) ?? {
      summary: { ...EMPTY_SUMMARY, method: String(method), route: String(route) },
      buckets: SECONDS_BUCKETS.map(() => 0),
    };
    routes.set(key, entry);
    if (metricName?.endsWith("_count")) addCount(entry.summary, Number(status), value);
    const at = SECONDS_BUCKETS.indexOf(Number(le));
    if (metricName?.endsWith("_bucket") && at >= 0) entry.buckets[at] = (entry.buckets[at] ?? 0) + value;
  }
  return [...routes.values()]
    .map(({ summary, buckets }) => ({
      ...summary,
      p50Ms: quantileMs(buckets, summary.count, 0.5),
      p95Ms: quantileMs(buckets, summary.count, 0.95),
      p99Ms: quantileMs(buckets, summary.count, 0.99),
    }))
    .sort((a, b) => b.count - a.count || a.route.localeCompare(b.route));
}

export type ErrorCount = { method: string; route: string; status: number; count: number };

/** Replies of 400 and more of this process since it started, the most frequent first. */
export async function countErrors(): Promise<ErrorCount[]> {
  const { values } = await metrics.requests.get();
  return values
    .filter(({ metricName, labels }) => metricName?.endsWith("_count") && Number(labels.status) >= 400)
    .map(({ labels, value }) => ({
      ...{ method: String(labels.method), route: String(labels.route) },
      ...{ status: Number(labels.status), count: value },
    }))
    .sort((a, b) => b.count - a.count || a.route.localeCompare(b.route));
}

const EMPTY_SUMMARY = { count: 0, refused: 0, failed: 0, p50Ms: null, p95Ms: null, p99Ms: null };

function addCount(summary: RouteSummary, status: number, count: number): void {
  summary.count += count;
  if (status >= 500) summary.failed += count;
  else if (status >= 400) summary.refused += count;
}

/**
 * As Prometheus' histogram_quantile: linear within the bucket that holds the quantile, and the last bound for what lies beyond it.
 * @param cumulative  requests that took at most SECONDS_BUCKETS[i]
 */
function quantileMs(cumulative: readonly number[], count: number, quantile: number): number | null {
  if (count === 0) return null;
  const rank = quantile * count;
  const at = cumulative.findIndex((upTo) => upTo >= rank);
  if (at < 0) return 1000 * (SECONDS_BUCKETS.at(-1) ?? 0);
  const below = cumulative[at - 1] ?? 0;
  const [from, to] = [SECONDS_BUCKETS[at - 1] ?? 0, SECONDS_BUCKETS[at] ?? 0];
  return 1000 * (from + ((to - from) * (rank - below)) / ((cumulative[at] ?? 0) - below));
}
