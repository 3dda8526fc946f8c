import { randomBytes } from "node:crypto";
import { hasAdmin, saveFirstAdmin } from "@/lib/db/users";
import { AppError } from "@/lib/errors";
import type { Deps } from "./deps";
import { refuseWeakPassword } from "./password-rules";

const DEFAULT_EMAIL = "admin@localhost";

export type FirstAdmin = {
  email: string;
  /** Of a password made here, which is nowhere else; null when it was given. */
  madePassword: string | null;
};

/**
 * Makes an admin when there is none, with what the environment names or a password made here. Of two servers that start at once one does.
 * @returns null when there is one already
 * @throws Error when the given password is one that is guessed first
 */
export async function createFirstAdmin(
  deps: Pick<Deps, "db" | "passwords" | "newId">,
  given: { email?: string | undefined; password?: string | undefined },
): Promise<FirstAdmin | null> {
  if (await hasAdmin(deps.db)) return null;
  const email = given.email ?? DEFAULT_EMAIL;
  const madePassword = given.password === undefined ? randomBytes(15).toString("base64url") : null;
  const password = madePassword ?? given.password ?? "";
  await refuseWeakAdminPassword(password, email);
  const passwordHash = await deps.passwords.hash(password);
  const isMade = await saveFirstAdmin(deps.db, { id: deps.newId(), email, passwordHash });
  return isMade ? { email, madePassword } : null;
}

async function refuseWeakAdminPassword(password: string, email: string): Promise<void> {
  try {
    await refuseWeakPassword(password, email, "ADMIN_PASSWORD");
  } catch (cause) {
    if (cause instanceof AppError) throw new Error(cause.publicMessage, { cause });
    throw cause;
  }
}
