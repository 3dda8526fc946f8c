import { createHash, timingSafeEqual } from "node:crypto";
import { getRequestContext } from "@/lib/adapters/request-context";

/**
 * Whether somebody may read the metrics: whoever has the token, or without a token this machine alone. A request that a proxy passed on
 * is nobody's own, though the proxy may be on this machine.
 */
export function mayReadMetrics(authorization: string | null, token: string | undefined): boolean {
  if (token === undefined) return getRequestContext()?.isLocal ?? false;
  const given = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

/** Of one length, whatever was sent. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
