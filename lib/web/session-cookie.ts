import { hkdfSync, randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { getAuthSecret } from "@/lib/adapters/auth-secret";

/** next-auth's encrypted session; the __Host- prefix keeps other hosts of the domain from setting it. */
export const toSessionCookieName = (isSecure: boolean): string =>
  isSecure ? "__Host-waymark_session" : "waymark_session";

export const SESSION_SECONDS = 30 * 24 * 3600;

const ClaimsSchema = z.object({ sub: z.uuid(), epoch: z.number().int(), sid: z.uuid(), exp: z.number() });

/** What a session cookie holds: whose it is, and an id of its own by which one browser can be signed out. */
export type WebSession = { userId: string; epoch: number; id: string; expiresAt: Date };

type Cookies = { get(name: string): { value: string } | undefined };

let secret: string | undefined;

/** What next-auth seals sessions with: derived, so that no other use of the secret can stand in for a session. */
export function getSessionSecret(): string {
  secret ??= Buffer.from(hkdfSync("sha256", getAuthSecret(), "", "waymark session", 32)).toString("base64url");
  return secret;
}

/** The claims that next-auth seals into a new session. */
export const toClaims = (user: { id: string; sessionEpoch: number }) => ({
  sub: user.id,
  epoch: user.sessionEpoch,
  sid: randomUUID(),
});

/**
 * Whom a session cookie stands for; null when there is none, or it is forged or expired. Over TLS only the name counts that no other host
 * can set: a session of somebody else's choice must not be slipped in.
 */
export async function readSessionCookie(cookies: Cookies, isSecure: boolean): Promise<WebSession | null> {
  const sealed = cookies.get(toSessionCookieName(isSecure));
  if (sealed === undefined || sealed.value === "") return null;
  try {
    const parsed = ClaimsSchema.safeParse(await decode({ token: sealed.value, secret: getSessionSecret() }));
    if (!parsed.success) return null;
    const { sub, epoch, sid, exp } = parsed.data;
    return { userId: sub, epoch, id: sid, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}

/** A Set-Cookie header with a session as next-auth seals it, for changes that end the sessions before it. */
export async function toSessionCookie(user: { id: string; sessionEpoch: number }, isSecure: boolean): Promise<string> {
  const sealed = await encode({ token: toClaims(user), secret: getSessionSecret(), maxAge: SESSION_SECONDS });
  return `${toSessionCookieName(isSecure)}=${sealed}; Path=/; Max-Age=${SESSION_SECONDS}; ${toAttributes(isSecure)}`;
}

/** A Set-Cookie header that ends the session of this browser. */
export const toNoSessionCookie = (isSecure: boolean): string =>
  `${toSessionCookieName(isSecure)}=; Path=/; Max-Age=0; ${toAttributes(isSecure)}`;

const toAttributes = (isSecure: boolean): string => `HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
