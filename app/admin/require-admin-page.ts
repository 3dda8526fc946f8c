import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/use-cases/actor";
import { isAccount, isAdmin } from "@/lib/use-cases/permissions";
import { withNext } from "@/lib/web/client/next-path";
import { readPageActor } from "@/lib/web/page-actor";

export type PageParams = Record<string, string | string[] | undefined>;

/** The admin who asks. Strangers sign in first and come back; for everybody else there is no such page. */
export async function requireAdminPage(path: string, params: PageParams = {}): Promise<Actor> {
  const actor = await readPageActor();
  if (!isAccount(actor)) redirect(withNext("/sign-in", toHref(path, params)));
  if (!isAdmin(actor)) notFound();
  return actor;
}

function toHref(path: string, params: PageParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
