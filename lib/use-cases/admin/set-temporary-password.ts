import { randomInt } from "node:crypto";
import { changePerson } from "@/lib/db/admin-people";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { changeAccount } from "./change-person";

/** Without letters and digits that look alike: it is read out and typed. 20 of 32 make 100 bits. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 5;

/**
 * Replaces somebody's password with a random one, for the admin to hand over: it is returned once and kept only as a hash. All sessions
 * of the account end.
 * @throws AppError as changePerson does
 */
export async function setTemporaryPassword(
  deps: Pick<Deps, "db" | "nowMs" | "newId" | "passwords">,
  actor: Actor,
  id: string,
): Promise<{ temporaryPassword: string }> {
  requireAdmin(actor);
  const temporaryPassword = makePassword();
  const passwordHash = await deps.passwords.hash(temporaryPassword);
  await changeAccount(deps, actor, id, async (tx, _, audit) => {
    await changePerson(tx, id, { passwordHash }, new Date(deps.nowMs()));
    await audit("person.temporary_password", null);
  });
  return { temporaryPassword };
}

function makePassword(): string {
  const makeGroup = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: GROUPS }, makeGroup).join("-");
}
