import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { getSessionAndCareer, recordAboutCareer } from "./save-career";

/**
 * Records that a career was looked at, with consent.
 * @throws AppError NOT_FOUND on an unknown session or career
 */
export async function viewCareer(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  input: { sessionId: string; careerCode: string; durationSeconds?: number | undefined },
): Promise<{ careerCode: string; recorded: boolean }> {
  const { userId } = await getSessionAndCareer(deps, actor, input);
  const recorded = await recordAboutCareer(deps, actor, userId, {
    ...input,
    kind: "view",
    value: input.durationSeconds ?? null,
  });
  return { careerCode: input.careerCode, recorded };
}
