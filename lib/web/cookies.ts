import { KEEP_LATER_COOKIE } from "./client/browser-memory";
import { GUEST_COOKIE, getGuestCookieSeconds } from "./guest-cookie";
import { SESSION_SECONDS, toSessionCookieName } from "./session-cookie";

export type CookiePurpose = "guest" | "session" | "csrf" | "keepLater";
export type KnownCookie = {
  name: string;
  purpose: CookiePurpose;
  path: string;
  /** null: until the browser is closed */
  seconds: number | null;
};

/** next-auth's half of a token that forms send back, which other sites cannot read. */
export const toCsrfCookieName = (isSecure: boolean): string => (isSecure ? "__Host-waymark_csrf" : "waymark_csrf");

/** Every cookie there is: what the privacy page lists, and what deleting everything takes back. */
export function listCookies(isSecure: boolean): KnownCookie[] {
  return [
    { name: GUEST_COOKIE, purpose: "guest", path: "/", seconds: getGuestCookieSeconds() },
    { name: toSessionCookieName(isSecure), purpose: "session", path: "/", seconds: SESSION_SECONDS },
    { name: toCsrfCookieName(isSecure), purpose: "csrf", path: "/", seconds: null },
    { ...KEEP_LATER_COOKIE, purpose: "keepLater" },
  ];
}

/** Set-Cookie headers that leave nothing of ours in the browser. */
export function toNoCookies(isSecure: boolean): string[] {
  // Those of visits without TLS are seen with it, too.
  const paths = new Map([false, isSecure].flatMap(listCookies).map(({ name, path }) => [name, path]));
  const secure = isSecure ? "; Secure" : "";
  return [...paths].map(([name, path]) => `${name}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
}
