import type { ChangeEmailRequest, ChangePasswordRequest } from "@/lib/contracts/me";
import { type Credentials, findCredentials, renewSessions, type SessionUser } from "@/lib/db/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { refuseWeakPassword } from "./password-rules";
import { requireAccount } from "./permissions";
import { emailTaken } from "./register-account";
import { matchCredentials } from "./sign-in";

type CredentialDeps = Pick<Deps, "db" | "passwords">;

/**
 * Changes the password and ends every session and token from before.
 * @returns the account, for the caller's own new session
 * @throws AppError FORBIDDEN on another password than the current one, INVALID_INPUT on one that is guessed first
 */
export async function changePassword(
  deps: CredentialDeps,
  actor: Actor,
  input: ChangePasswordRequest,
): Promise<SessionUser> {
  const account = await confirmPassword(deps, actor, input.currentPassword, "currentPassword");
  await refuseWeakPassword(input.newPassword, account.email, "newPassword");
  const passwordHash = await deps.passwords.hash(input.newPassword);
  const renewed = await renewSessions(deps.db, account, { passwordHash });
  if (renewed === null || renewed === "taken") throw changedMeanwhile();
  return renewed;
}

/**
 * Changes the e-mail address and ends every session and token from before.
 * @returns the account, for the caller's own new session
 * @throws AppError FORBIDDEN on a wrong password, CONFLICT when the address cannot be used
 */
export async function changeEmail(deps: CredentialDeps, actor: Actor, input: ChangeEmailRequest): Promise<SessionUser> {
  const account = await confirmPassword(deps, actor, input.password, "password");
  const renewed = await renewSessions(deps.db, account, { email: input.email });
  if (renewed === "taken") throw emailTaken();
  if (renewed === null) throw changedMeanwhile();
  return renewed;
}

/** Ends every session and token of the actor's account, the one that asks too. */
export async function signOutEverywhere(deps: Pick<Deps, "db">, actor: Actor): Promise<void> {
  await renewSessions(deps.db, { id: requireAccount(actor) });
}

/** @throws AppError FORBIDDEN on another password than the account's */
export async function confirmPassword(
  deps: CredentialDeps,
  actor: Actor,
  password: string,
  field: string,
): Promise<Pick<Credentials, "id" | "email" | "passwordHash">> {
  const found = await findCredentials(deps.db, { id: requireAccount(actor) });
  if (found === null || (await matchCredentials(deps, found, password)) === null) {
    const message = "is not your password";
    throw new AppError("FORBIDDEN", { publicMessage: "That is not your password.", fields: [{ field, message }] });
  }
  const { id, email, passwordHash } = found;
  return { id, email, passwordHash };
}

export function changedMeanwhile(): AppError {
  return new AppError("CONFLICT", {
    publicMessage: "Your account was changed somewhere else at the same time. Please sign in and try again.",
  });
}
