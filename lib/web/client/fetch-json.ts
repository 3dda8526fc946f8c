import type { Problem } from "@/lib/contracts/problem";
import { ApiError } from "./api-error";

type FetchJsonOptions = {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Lets the browser finish the call after the page was left. */
  keepalive?: boolean;
};

// A hand-written check: the schemas are trusted on our own server's replies, and zod would be in every page's script.
function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  return "detail" in value && typeof value.detail === "string" && "requestId" in value;
}

function toApiError(response: Response, reply: unknown): ApiError {
  const kind = response.status >= 400 && response.status < 500 ? "refused" : "failed";
  if (!isProblem(reply)) return new ApiError(kind, `HTTP ${response.status}`, { status: response.status });
  const { detail, errors, requestId } = reply;
  return new ApiError(kind, detail, { status: response.status, fields: errors, requestId });
}

/**
 * Calls the API on this origin and returns its JSON reply.
 * @param path  such as /api/v1/quiz/submit
 * @throws ApiError for everything but success; an aborted call throws the browser's AbortError
 */
export async function fetchJson<Reply>(path: string, options: FetchJsonOptions = {}): Promise<Reply> {
  const { method = "GET", body, signal, keepalive } = options;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(path, { method, headers, signal, keepalive, body: JSON.stringify(body) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError("offline", "The server cannot be reached.", { cause });
  }
  if (response.status === 204) return undefined as Reply;
  let reply: unknown;
  try {
    reply = await response.json();
  } catch (cause) {
    throw new ApiError("failed", `HTTP ${response.status} without JSON`, { status: response.status, cause });
  }
  if (!response.ok) throw toApiError(response, reply);
  return reply as Reply;
}
