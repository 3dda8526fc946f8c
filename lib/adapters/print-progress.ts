/** A progress line that rewrites itself on a terminal and stays quiet but for start and end elsewhere. */
export function printProgress(step: string, done: number, total: number): void {
  const line = `${step}: ${done} of ${total}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? "\n" : ""}`);
  else if (done === 0 || done === total) console.log(line);
}
