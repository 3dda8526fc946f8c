/** A progress line that rewrites itself on a terminal and stays quiet but for start and end elsewhere. */
export function printProgress(step: string, done: number, total: number): void {
  const line = `${step}: ${done} of ${total}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? "\n" : ""}`);
  else if (done === 0 || done === total) console.log(line);
}

const BAR_WIDTH = 24;
const BAR_EVERY_MS = 100;

/** A bar that rewrites itself on a terminal, and elsewhere a line for each tenth. */
export function makeProgressBar(step: string, total: number): (done: number, note: string) => void {
  let tenth = -1;
  let drawnAtMs = 0;
  return (done, note) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const line = `${step}: ${Math.floor(100 * share)} %, ${note}`;
    if (!process.stdout.isTTY) {
      if (Math.floor(10 * share) > tenth) console.log(line);
      tenth = Math.floor(10 * share);
      return;
    }
    if (Date.now() - drawnAtMs < BAR_EVERY_MS && share < 1) return;
    drawnAtMs = Date.now();
    const full = Math.round(BAR_WIDTH * share);
    process.stdout.write(`\r[${"#".repeat(full)}${".".repeat(BAR_WIDTH - full)}] ${line}\u001B[K`);
  };
}
