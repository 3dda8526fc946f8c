export type RawReply = {
  /** HTTP status; null when the server could not be reached. */
  status: number | null;
  /** The reply's body, JSON set out in lines. */
  text: string;
  durationMs: number;
};

function toReadable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON: shown as it came.
    return text;
  }
}

/** Sends a request as it is and shows whatever comes back, refusals too: for the API's reference page. */
export async function sendRequest(method: string, url: string, body?: string): Promise<RawReply> {
  const startMs = performance.now();
  const headers: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  try {
    const response = await fetch(url, { method, headers, body });
    const text = toReadable(await response.text());
    return { status: response.status, text, durationMs: performance.now() - startMs };
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    return { status: null, text, durationMs: performance.now() - startMs };
  }
}
