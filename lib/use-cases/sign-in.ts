import { metrics } from "@/lib/adapters/metrics";
import type { LoginRequest } from "@/lib/contracts/auth";
import { type Credentials, findCredentials, type SessionUser } from "@/lib/db/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { mergeGuest } from "./merge-guest";

/**
 * Signs somebody in; what they did as a guest becomes the account's.
 * @throws AppError UNAUTHENTICATED: one answer, after the same work, to an unknown address, a wrong password and a locked account
 */
export async function signIn(deps: Pick<Deps, "db" | "passwords">, actor: Actor, input: LoginRequest) {
  const account = await matchCredentials(deps, await findCredentials(deps.db, { email: input.email }), input.password);
  metrics.logins.inc({ outcome: account === null ? "refused" : "accepted" });
  if (account === null) {
    throw new AppError("UNAUTHENTICATED", {
      publicMessage: "The e-mail address and the password do not belong together. Check both and try again.",
    });
  }
  await mergeGuest(deps, actor, account.id);
  return account;
}

/** The account when the password is its own and it is not locked, else null; the same work whichever it is. */
export async function matchCredentials(
  deps: Pick<Deps, "passwords">,
  found: Credentials | null,
  password: string,
): Promise<SessionUser | null> {
  const isRight = await deps.passwords.verify(found?.passwordHash ?? null, password);
  return found !== null && isRight && !found.isLocked ? found : null;
}
