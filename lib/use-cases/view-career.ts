import { recordInteraction } from "@/lib/db/interactions";
import type { Deps } from "./deps";
import { getSessionAndCareer } from "./save-career";

/**
 * Records that a career was looked at.
 * @throws AppError NOT_FOUND on an unknown session or career
 */
export async function viewCareer(
  deps: Pick<Deps, "db" | "newId">,
  input: { sessionId: string; careerCode: string; durationSeconds?: number | undefined },
): Promise<{ careerCode: string; recorded: boolean }> {
  const { userId } = await getSessionAndCareer(deps, input);
  const { sessionId, careerCode, durationSeconds } = input;
  await recordInteraction(deps.db, {
    ...{ userId, id: deps.newId(), sessionId, careerCode },
    kind: "view",
    value: durationSeconds ?? null,
  });
  return { careerCode, recorded: true };
}
