import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/use-cases/actor";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site makes a visitor's browser send: their cookies come along without their will. Browsers say where a request
 * comes from in headers that no page can set; a caller with an access token, or without these headers, is no browser on a foreign page.
 * @throws AppError FORBIDDEN
 */
export function refuseForgedRequest(
  request: { method: string; headers: Headers; nextUrl: { host: string } },
  actor: Actor,
): void {
  if (SAFE_METHODS.has(request.method) || actor.via === "bearer") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("host") ?? request.nextUrl.host;
  const isForeign =
    site !== null ? site !== "same-origin" && site !== "none" : origin !== null && toHost(origin) !== host;
  if (isForeign) {
    throw new AppError("FORBIDDEN", {
      publicMessage: "This request came from another site. Please do it here instead.",
    });
  }
}

function toHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
