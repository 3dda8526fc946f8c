import type { Person } from "@/lib/db/person";
import type { Actor } from "./actor";
import type { Deps } from "./deps";

/**
 * Stores something for the actor. Somebody who is not known becomes a guest, and so does somebody who is known no more: their data was
 * deleted, and what they send is kept apart from it.
 * @param store  says null when the person is not there
 * @returns what `store` said, and whose it is now
 */
export async function storeForActor<Result>(
  deps: Pick<Deps, "newId">,
  actor: Actor,
  store: (person: Person) => Promise<Result | null>,
): Promise<{ result: Result; userId: string }> {
  const known = actor.userId === null ? null : await store({ userId: actor.userId, isNewGuest: false });
  if (actor.userId !== null && known !== null) return { result: known, userId: actor.userId };
  const userId = deps.newId();
  const result = await store({ userId, isNewGuest: true });
  if (result === null) throw new Error("a new guest was not stored");
  return { result, userId };
}
