import { getRequestContext } from "@/lib/adapters/request-context";
import type { Actor } from "@/lib/use-cases/actor";
import { authenticate } from "@/lib/use-cases/authenticate";
import type { Deps } from "@/lib/use-cases/deps";
import { GUEST_COOKIE, readGuestId } from "./guest-cookie";
import { readSessionCookie } from "./session-cookie";

type Headers = { get(name: string): string | null };
type Cookies = { get(name: string): { value: string } | undefined };

/** A page sees no more of its request than headers and cookies. */
type SentRequest = { headers: Headers; cookies: Cookies; nextUrl?: { protocol: string } };

/**
 * Who sends a request, from its headers and cookies.
 * @throws AppError UNAUTHENTICATED on an access token that does not hold
 */
export async function readActor(deps: Pick<Deps, "db" | "nowMs">, request: SentRequest): Promise<Actor> {
  const { headers, cookies } = request;
  const actor = await authenticate(deps, {
    authorization: headers.get("authorization"),
    session: await readSessionCookie(cookies, isSecureRequest(request)),
    guestId: readGuestId(cookies.get(GUEST_COOKIE)?.value),
    isBrowser: isBrowser(headers),
    isOptedOut: headers.get("sec-gpc") === "1" || headers.get("dnt") === "1",
  });
  const context = getRequestContext();
  if (context !== undefined) context.actorKind = actor.role ?? "nobody";
  return actor;
}

/** Whether a request came over TLS; a page decides it as Next does for a route, which always has the header. */
export function isSecureRequest({ headers, nextUrl }: Omit<SentRequest, "cookies">): boolean {
  return nextUrl === undefined
    ? (headers.get("x-forwarded-proto") ?? "").includes("https")
    : nextUrl.protocol === "https:";
}

/** Browsers say where a request comes from, but on pages without TLS only by their name. */
function isBrowser(headers: Headers): boolean {
  return headers.get("sec-fetch-site") !== null || (headers.get("user-agent") ?? "").startsWith("Mozilla/");
}
