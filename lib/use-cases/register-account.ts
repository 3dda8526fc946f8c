import type { RegisterRequest } from "@/lib/contracts/auth";
import { findCredentials, insertAccount, type SessionUser } from "@/lib/db/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { mergeGuest } from "./merge-guest";
import { refuseWeakPassword } from "./password-rules";
import { matchCredentials } from "./sign-in";

/**
 * Makes an account; what the actor did as a guest becomes the account's. Registering again with the right password signs in.
 * @throws AppError INVALID_INPUT on a password that is guessed first, CONFLICT when the address cannot be used
 */
export async function registerAccount(
  deps: Pick<Deps, "db" | "passwords" | "newId">,
  actor: Actor,
  input: RegisterRequest,
): Promise<SessionUser> {
  await refuseWeakPassword(input.password, input.email, "password");
  const account =
    (await signInAgain(deps, input)) ?? (await insertNew(deps, input)) ?? (await signInAgain(deps, input));
  if (account === null || account === "taken") throw emailTaken();
  await mergeGuest(deps, actor, account.id);
  return account;
}

/** @returns null when nobody has the address */
async function signInAgain(deps: Pick<Deps, "db" | "passwords">, input: RegisterRequest) {
  const found = await findCredentials(deps.db, { email: input.email });
  return found === null ? null : ((await matchCredentials(deps, found, input.password)) ?? "taken");
}

/** @returns null when somebody else took the address at this moment */
async function insertNew(
  deps: Pick<Deps, "db" | "passwords" | "newId">,
  { email, password }: RegisterRequest,
): Promise<SessionUser | null> {
  const id = deps.newId();
  const passwordHash = await deps.passwords.hash(password);
  const isNew = await insertAccount(deps.db, { id, role: "member", email, passwordHash });
  return isNew ? { id, role: "member", sessionEpoch: 0, isLocked: false } : null;
}

export function emailTaken(): AppError {
  return new AppError("CONFLICT", {
    publicMessage: "This e-mail address cannot be used here. Log in instead, or use another address.",
    fields: [{ field: "email", message: "log in instead, or use another e-mail address" }],
  });
}
