import type { TokensReply } from "@/lib/contracts/auth";
import type { Actor } from "@/lib/use-cases/actor";
import type { Deps } from "@/lib/use-cases/deps";
import { issueTokens, type TokenUser } from "@/lib/use-cases/refresh-tokens";
import { toSessionCookie } from "./session-cookie";

/** Lets the caller go on after a change that ended all sessions: a browser with a new cookie, a program with new tokens. */
export async function renewSession(
  deps: Deps,
  actor: Actor,
  user: TokenUser,
  isSecure: boolean,
): Promise<{ tokens: { tokens?: TokensReply }; cookies: string[] }> {
  if (actor.via === "bearer") return { tokens: { tokens: await issueTokens(deps, user) }, cookies: [] };
  return { tokens: {}, cookies: [await toSessionCookie(user, isSecure)] };
}
