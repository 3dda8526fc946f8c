import { getConsent } from "@/lib/use-cases/consent";
import { getDeps } from "@/lib/use-cases/deps";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { readPageActor } from "@/lib/web/page-actor";

/** What is known of whether this person lets us record what they do. */
export async function loadChoice(): Promise<KnownChoice> {
  const actor = await readPageActor();
  if (actor.isOptedOut) return "opted_out";
  const { tracking } = await getConsent(await getDeps(), actor);
  if (tracking === null) return "unasked";
  return tracking ? "granted" : "refused";
}
