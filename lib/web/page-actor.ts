import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/use-cases/actor";
import { getDeps } from "@/lib/use-cases/deps";
import { readActor } from "./read-actor";

/** Who asks for a page, once a request however many parts of it ask. Only cookies count here. */
export const readPageActor = cache(async (): Promise<Actor> => {
  const sent = await headers();
  const get = (name: string) => (name === "authorization" ? null : sent.get(name));
  return readActor(await getDeps(), { headers: { get }, cookies: await cookies() });
});
