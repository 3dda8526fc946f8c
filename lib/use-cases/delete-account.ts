import { type Deletion, deleteUser } from "@/lib/db/delete-user";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { changedMeanwhile, confirmPassword } from "./change-credentials";
import type { Deps } from "./deps";
import { isAccount, isAdmin, requireKnown } from "./permissions";

/** Somebody with years of history has a million rows. */
const TRANSACTION_MS_MAX = 120_000;

/**
 * Deletes the actor and everything that is stored about them, all of it or nothing. Their sessions and tokens count for nothing from then on,
 * since each is checked against the account. Somebody who is gone already is as good as deleted.
 * @throws AppError INVALID_INPUT without an account's password, FORBIDDEN with a wrong one, CONFLICT for the last admin
 */
export async function deleteAccount(
  deps: Pick<Deps, "db" | "passwords" | "newId">,
  actor: Actor,
  input: { password?: string | undefined },
): Promise<void> {
  const id = requireKnown(actor);
  const passwordHash = isAccount(actor) ? await checkPassword(deps, actor, input.password) : null;
  const outcome = await deps.db.$transaction(
    (tx) => deleteUser(tx, { id, passwordHash, isAdmin: isAdmin(actor) }, deps.newId()),
    { timeout: TRANSACTION_MS_MAX },
  );
  refuse(outcome);
}

async function checkPassword(
  deps: Pick<Deps, "db" | "passwords">,
  actor: Actor,
  password: string | undefined,
): Promise<string | null> {
  if (password === undefined) {
    throw new AppError("INVALID_INPUT", {
      publicMessage: "Send your password to confirm that the account is to be deleted.",
      fields: [{ field: "password", message: "is needed to delete an account" }],
    });
  }
  return (await confirmPassword(deps, actor, password, "password")).passwordHash;
}

function refuse(outcome: Deletion): void {
  if (outcome === "changed") throw changedMeanwhile();
  if (outcome === "last_admin") {
    throw new AppError("CONFLICT", {
      publicMessage:
        "You are the only admin, and nobody could run this place after you. Make somebody else an admin first.",
    });
  }
}
