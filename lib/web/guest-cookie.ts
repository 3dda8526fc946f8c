import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { getAuthSecret } from "@/lib/adapters/auth-secret";
import { getEnv } from "@/lib/env";
import type { Actor } from "@/lib/use-cases/actor";

export const GUEST_COOKIE = "waymark_guest";
/** Browsers keep no cookie for longer. */
const DAYS_MAX = 400;

/** As long as a guest's data is kept, since it is the only way to it. */
export const getGuestCookieSeconds = (): number => Math.min(DAYS_MAX, getEnv().GUEST_RETENTION_DAYS) * 24 * 3600;

/** The guest's id from their cookie; null when there is none or its signature is not ours. */
export function readGuestId(cookie: string | undefined): string | null {
  const [id = "", signature = ""] = (cookie ?? "").split(".");
  if (!z.uuid().safeParse(id).success) return null;
  const expected = Buffer.from(sign(id));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

const DAY_MS = 24 * 3600 * 1000;
/** More guests than this a day get a cookie more often than they need. */
const RENEWED_MAX = 100_000;
const renewed = { day: Math.floor(Date.now() / DAY_MS), ids: new Set<string>() };

/** A guest's cookie once a day, so that it lasts as long as their data, which is kept from their last visit on; null on the others. */
export function renewGuestCookie(userId: string, isSecure: boolean, nowMs: number): string | null {
  const day = Math.floor(nowMs / DAY_MS);
  if (renewed.day !== day || renewed.ids.size >= RENEWED_MAX) {
    renewed.day = day;
    renewed.ids.clear();
  }
  return renewed.ids.has(userId) ? null : toGuestCookie(userId, isSecure);
}

/** A Set-Cookie header that keeps a guest's id. */
export function toGuestCookie(userId: string, isSecure: boolean): string {
  renewed.ids.add(userId);
  const secure = isSecure ? "; Secure" : "";
  return `${GUEST_COOKIE}=${userId}.${sign(userId)}; Path=/; Max-Age=${getGuestCookieSeconds()}; HttpOnly; SameSite=Lax${secure}`;
}

/** Set-Cookie headers after signing in: what was the guest's is the account's now. */
export const toForgottenGuest = (actor: Actor): string[] =>
  actor.via === "guest_cookie" ? [`${GUEST_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`] : [];

function sign(id: string): string {
  return createHmac("sha256", getAuthSecret()).update(`guest:${id}`).digest("base64url");
}
