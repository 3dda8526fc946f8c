import type { SuitsBasis } from "@/lib/contracts/match";
import type { Actor } from "../actor";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { openSession } from "../open-session";
import { parseProfile } from "../quiz-person";
import { predictSuits } from "./predict-suits";

/**
 * How likely one career suits whoever answered a quiz, on a list or not; null without a model, or of a career that is no longer active.
 * @throws AppError NOT_FOUND on an unknown session
 */
export async function getCareerSuits(
  deps: Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot" | "match">,
  actor: Actor,
  sessionId: string,
  code: string,
): Promise<{ suits: number; basis: SuitsBasis } | null> {
  const [session, snapshot] = await Promise.all([openSession(deps, actor, sessionId), getCareerSnapshot(deps)]);
  const { of, basis } = await predictSuits(deps, snapshot, parseProfile(session.answers), [code]);
  const [suits] = of;
  return suits == null || basis === null ? null : { suits, basis };
}
