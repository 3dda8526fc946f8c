import { quantile } from "@/lib/engine/math/statistics";

export type Timing = { "p50 ms": number; "p95 ms": number; "p99 ms": number; runs: number };

/** Times one call after another, after a warm-up whose figures are thrown away. */
export async function measure(
  run: (at: number) => unknown,
  runs: number,
  warmUp = Math.ceil(runs / 5),
): Promise<Timing> {
  const times = new Float64Array(runs);
  for (let i = 0; i < warmUp + runs; i++) {
    const startedMs = performance.now();
    await run(i);
    if (i >= warmUp) times[i - warmUp] = performance.now() - startedMs;
  }
  return toTiming(times);
}

export function toTiming(times: Float64Array): Timing {
  const sorted = Float64Array.from(times).sort();
  return {
    "p50 ms": quantile(sorted, 0.5),
    "p95 ms": quantile(sorted, 0.95),
    "p99 ms": quantile(sorted, 0.99),
    runs: times.length,
  };
}
