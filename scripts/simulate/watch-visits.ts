import { makeProgressBar } from "@/lib/adapters/print-progress";

export const formatCount = (count: number): string => count.toLocaleString("en-US");

/** Draws how far a simulation is. `end` is called when it is over and says how many seconds it took. */
export function watchVisits(): { onVisit: (done: number, total: number) => void; end: () => number } {
  const startMs = performance.now();
  let draw: ReturnType<typeof makeProgressBar> | undefined;
  return {
    onVisit: (done, total) => {
      draw ??= makeProgressBar("Simulating visits", total);
      const perSecond = (1000 * done) / (performance.now() - startMs);
      draw(done, `${formatCount(done)} of ${formatCount(total)}, ${perSecond.toFixed(0)} a second`);
    },
    end: () => {
      if (process.stdout.isTTY) console.log();
      return (performance.now() - startMs) / 1000;
    },
  };
}
