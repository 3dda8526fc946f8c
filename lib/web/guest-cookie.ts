import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { getAuthSecret } from "@/lib/adapters/auth-secret";

export const GUEST_COOKIE = "waymark_guest";
const MAX_AGE_SECONDS = 180 * 24 * 3600;

/** The guest's id from their cookie; null when there is none or its signature is not ours. */
export function readGuestId(cookie: string | undefined): string | null {
  const [id = "", signature = ""] = (cookie ?? "").split(".");
  if (!z.uuid().safeParse(id).success) return null;
  const expected = Buffer.from(sign(id));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

/** A Set-Cookie header that keeps a guest's id. */
export function toGuestCookie(userId: string, isSecure: boolean): string {
  const secure = isSecure ? "; Secure" : "";
  return `${GUEST_COOKIE}=${userId}.${sign(userId)}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

function sign(id: string): string {
  return createHmac("sha256", getAuthSecret()).update(`guest:${id}`).digest("base64url");
}
