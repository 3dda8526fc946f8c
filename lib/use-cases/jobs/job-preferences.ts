import type { z } from "zod";
import type { JobPreferences, JobPreferencesReply, UpdateJobPreferencesRequestSchema } from "@/lib/contracts/jobs";
import * as seekers from "@/lib/db/job-seekers";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireKnown } from "../permissions";
import { personGone } from "./job-errors";
import { toLearning } from "./job-seeker";

type PreferenceDeps = Pick<Deps, "db" | "embedder">;

/**
 * What somebody rules out in jobs, and what their likes taught.
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time
 */
export async function getJobPreferences(deps: PreferenceDeps, actor: Actor): Promise<JobPreferencesReply> {
  const row = await seekers.findSeeker(deps.db, requireKnown(actor), deps.embedder?.model ?? null);
  if (row === null) throw personGone();
  return { preferences: row.preferences, deniedSkills: row.deniedSkills, learning: toLearning(deps, row) };
}

/** Changes what somebody rules out; what is left out stays. */
export async function updateJobPreferences(
  deps: PreferenceDeps,
  actor: Actor,
  { deniedSkills, ...sent }: z.output<typeof UpdateJobPreferencesRequestSchema>,
): Promise<JobPreferencesReply> {
  const preferences = Object.fromEntries(
    Object.entries(sent).filter(([, value]) => value !== undefined),
  ) as Partial<JobPreferences>;
  const changes = { preferences, deniedSkills: deniedSkills ?? null };
  if (!(await seekers.updateJobPreferences(deps.db, requireKnown(actor), changes))) throw personGone();
  return getJobPreferences(deps, actor);
}

/** Forgets what likes taught so far; the likes themselves stay, and later ones count. */
export async function resetJobLearning(deps: PreferenceDeps, actor: Actor): Promise<JobPreferencesReply> {
  if (!(await seekers.resetJobLearning(deps.db, requireKnown(actor)))) throw personGone();
  return getJobPreferences(deps, actor);
}
