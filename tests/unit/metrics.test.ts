import { beforeEach, describe, expect, test } from "vitest";
import { collectProcessMetrics, metrics, observeRequest, summarizeRequests } from "@/lib/adapters/metrics";

const RECOMMEND = { method: "POST", route: "/api/v1/results/recommend" };

beforeEach(() => metrics.registry.resetMetrics());

describe("the summary of requests", () => {
  test("is empty before the first request", async () => {
    expect(await summarizeRequests()).toEqual([]);
  });

  test("counts refusals and failures apart, and puts the busiest route first", async () => {
    observeRequest({ method: "GET", route: "/", status: 200 }, 0.004);
    for (const status of [200, 200, 429, 404, 500, 503]) observeRequest({ ...RECOMMEND, status }, 0.01);
    const summaries = await summarizeRequests();
    expect(
      summaries.map(({ method, route, count, refused, failed }) => [method, route, count, refused, failed]),
    ).toEqual([
      ["POST", "/api/v1/results/recommend", 6, 2, 2],
      ["GET", "/", 1, 0, 0],
    ]);
  });

  test("has quantiles within the bucket where they lie, over all statuses", async () => {
    for (let i = 1; i <= 100; i++) {
      observeRequest({ ...RECOMMEND, status: i % 2 === 0 ? 200 : 404 }, i <= 90 ? 0.004 : 0.15);
    }
    const [summary] = await summarizeRequests();
    expect(summary?.p50Ms).toBeCloseTo(2.5 + (2.5 * 50) / 90, 9);
    expect(summary?.p95Ms).toBeCloseTo(100 + (100 * 5) / 10, 9);
    expect(summary?.p99Ms).toBeCloseTo(100 + (100 * 9) / 10, 9);
  });

  test("says the last bound for requests beyond it", async () => {
    observeRequest({ ...RECOMMEND, status: 200 }, 60);
    expect((await summarizeRequests())[0]?.p50Ms).toBe(6400);
  });
});

test("process metrics are collected once however often they are asked for", async () => {
  collectProcessMetrics();
  collectProcessMetrics();
  const text = await metrics.registry.metrics();
  expect(text).toContain("nodejs_eventloop_lag_seconds");
  expect(text.match(/^# TYPE process_cpu_seconds_total/gm)).toHaveLength(1);
});
