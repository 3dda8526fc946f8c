import { signAccessToken } from "@/lib/adapters/access-token";
import type { Role } from "@/lib/contracts/roles";
import type { Deps } from "@/lib/use-cases/deps";

export type TestAccount = { id: string; email: string | null; accessToken: string };

/** Somebody of a role, with a token that acts as them; a guest has no e-mail address. */
export async function makeAccount(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  role: Role,
  data: { email?: string; passwordHash?: string; lockedAt?: Date; createdAt?: Date } = {},
): Promise<TestAccount> {
  const id = deps.newId();
  const email = role === "guest" ? null : (data.email ?? `${id}@example.org`);
  const user = await deps.db.user.create({ data: { id, role, ...data, email } });
  return { id, email, accessToken: await signAccessToken(user, deps.nowMs()) };
}
