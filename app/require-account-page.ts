import { redirect } from "next/navigation";
import type { Actor } from "@/lib/use-cases/actor";
import { isAccount } from "@/lib/use-cases/permissions";
import { withNext } from "@/lib/web/client/next-path";
import { readPageActor } from "@/lib/web/page-actor";

/** Who has signed in. Everybody else goes to signing in, and from there back to the page. */
export async function requireAccountPage(path: string): Promise<Actor> {
  const actor = await readPageActor();
  if (!isAccount(actor)) redirect(withNext("/sign-in", path));
  return actor;
}
