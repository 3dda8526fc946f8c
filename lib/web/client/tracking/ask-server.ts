/** `refused`: asking again would not help. `later`: it may. */
export type Answer =
  | { kind: "taken"; reply: unknown }
  | { kind: "refused" }
  | { kind: "later" /** As the server asked for; 0 when it did not. */; waitMs: number };

const TIMEOUT_MS = 20_000;
const WAIT_MS_MAX = 3_600_000;

/** Calls the API and says what to do next. Never throws. */
export async function askServer(
  fetch: typeof globalThis.fetch,
  request: {
    method: string;
    path: string;
    body?: unknown;
    stopped: AbortSignal /** It outlives the page. */;
    keepalive?: boolean;
  },
): Promise<Answer> {
  const { method, path, body, stopped, keepalive } = request;
  const abort = new AbortController();
  const stop = () => abort.abort();
  const timer = setTimeout(stop, TIMEOUT_MS);
  stopped.addEventListener("abort", stop);
  try {
    const response = await fetch(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: abort.signal,
      keepalive,
    });
    // A network's own login page answers in place of the server, and with success, but not in JSON.
    if (response.ok) return { kind: "taken", reply: await response.json() };
    const { status } = response;
    if (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) return { kind: "refused" };
    return { kind: "later", waitMs: parseRetryAfter(response.headers.get("retry-after")) };
  } catch {
    return { kind: "later", waitMs: 0 };
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener("abort", stop);
  }
}

/** Seconds or a date; the date of a server whose clock is wrong must not stop everything for days. */
function parseRetryAfter(text: string | null): number {
  if (text === null || text === "") return 0;
  const seconds = Number(text);
  const waitMs = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return Number.isNaN(waitMs) ? 0 : Math.min(WAIT_MS_MAX, Math.max(0, waitMs));
}
