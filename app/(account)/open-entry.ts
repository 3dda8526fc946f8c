import { redirect } from "next/navigation";
import { isAccount } from "@/lib/use-cases/permissions";
import { toNextPath } from "@/lib/web/client/next-path";
import { readPageActor } from "@/lib/web/page-actor";

export type EntryProps = { searchParams: Promise<{ next?: string | string[] }> };

type Entry = {
  /** Where the form leads. */
  next: string;
  /** Whether the address asked for a page: it is passed on to the other form. */
  asked: string;
  isGuest: boolean;
};

/** Where a form leads and to whom it speaks. Somebody who is signed in goes there at once. */
export async function openEntry(params: { next?: string | string[] }): Promise<Entry> {
  const asked = toNextPath(Array.isArray(params.next) ? params.next[0] : params.next);
  const next = asked === "/" ? "/results" : asked;
  const actor = await readPageActor();
  if (isAccount(actor)) redirect(next);
  return { next, asked, isGuest: actor.role === "guest" };
}
