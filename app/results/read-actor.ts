import { cookies } from "next/headers";
import type { Actor } from "@/lib/use-cases/actor";
import { GUEST_COOKIE, readGuestId } from "@/lib/web/guest-cookie";

/** Who asks for a page, from their cookie. */
export async function readActor(): Promise<Actor> {
  return { userId: readGuestId((await cookies()).get(GUEST_COOKIE)?.value) };
}
