import { readAccessToken } from "@/lib/adapters/access-token";
import { findSessionUser } from "@/lib/db/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { noteSeen } from "./note-seen";

type Credentials = {
  /** The Authorization header. */
  authorization: string | null;
  /** What the session cookie holds, its seal already checked; null without one. */
  session: { userId: string; epoch: number; id: string } | null;
  /** From the guest's signed cookie. */
  guestId: string | null;
  isBrowser: boolean;
  isOptedOut: boolean;
};

/**
 * Who acts. An access token is the caller's word and has to hold; a cookie that counts no more is as good as none.
 * @throws AppError UNAUTHENTICATED on an access token that does not hold
 */
export async function authenticate(deps: Pick<Deps, "db" | "nowMs">, credentials: Credentials): Promise<Actor> {
  const actor = await identify(deps, credentials);
  if (actor.userId !== null) noteSeen(deps, actor.userId);
  return actor;
}

async function identify(deps: Pick<Deps, "db" | "nowMs">, credentials: Credentials): Promise<Actor> {
  const { isBrowser, isOptedOut } = credentials;
  const [scheme = "", token = ""] = credentials.authorization?.split(" ") ?? [];
  // Other schemes are for somebody else on the way, such as a proxy with a password.
  if (scheme.toLowerCase() === "bearer") {
    const claims = await readAccessToken(token, deps.nowMs());
    const user = claims === null ? null : await findActiveUser(deps, claims);
    if (user === null) {
      throw new AppError("UNAUTHENTICATED", {
        publicMessage:
          "The access token is not valid or no longer valid. Get a new one with your refresh token, or log in.",
      });
    }
    return { userId: user.id, role: user.role, via: "bearer", isBrowser, isOptedOut };
  }
  const user = credentials.session === null ? null : await findActiveUser(deps, credentials.session);
  if (user !== null) return { userId: user.id, role: user.role, via: "session_cookie", isBrowser, isOptedOut };
  if (credentials.guestId !== null) {
    return { userId: credentials.guestId, role: "guest", via: "guest_cookie", isBrowser, isOptedOut };
  }
  return { userId: null, role: null, via: "nothing", isBrowser, isOptedOut };
}

async function findActiveUser(deps: Pick<Deps, "db">, claims: { userId: string; epoch: number; id?: string }) {
  const user = await findSessionUser(deps.db, claims.userId, claims.id ?? null);
  return user !== null && !user.isLocked && user.sessionEpoch === claims.epoch ? user : null;
}
