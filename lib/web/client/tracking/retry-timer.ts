const BACKOFF_MS = 2000;
const BACKOFF_MS_MAX = 300_000;

/** Why the next try waits: for more events, after a failure, or because the server said for how long. */
type Pause = "batch" | "failure" | "told";

export type RetryTimer = {
  /** null when no try is planned */
  getPause: () => Pause | null;
  /** Plans a try for when more events may have come. */
  wait: (delayMs: number) => void;
  /** Plans the next try after a failure: later each time, and not at the same moment as everybody else. */
  fail: (toldMs: number) => void;
  succeed: () => void;
  cancel: () => void;
};

/** When to try next. Trying cancels what was planned. */
export function createRetryTimer(run: () => void): RetryTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause: Pause | null = null;
  let failures = 0;

  const cancel = () => {
    clearTimeout(timer);
    pause = null;
  };
  const plan = (delayMs: number, why: Pause) => {
    cancel();
    pause = why;
    timer = setTimeout(() => {
      pause = null;
      run();
    }, delayMs);
  };
  return {
    getPause: () => pause,
    wait: (delayMs) => plan(delayMs, "batch"),
    fail: (toldMs) => {
      const backoffMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** failures) * (0.5 + Math.random() / 2);
      failures++;
      plan(Math.max(backoffMs, toldMs), toldMs > 0 ? "told" : "failure");
    },
    succeed: () => {
      failures = 0;
    },
    cancel,
  };
}
