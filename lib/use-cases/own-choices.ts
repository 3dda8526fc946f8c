import * as choices from "@/lib/db/own-choices";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import type { OwnPast } from "@/lib/engine/ranking/learned-points";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { personGone } from "./jobs/job-errors";
import { requireKnown } from "./permissions";

/** The newest count: older ones tell less of what somebody wants now. */
export const OWN_CHOICES_MAX = 200;

/** What somebody did with lists of careers, the newest of it, for a ranker to learn from. */
export async function loadOwnChoices(deps: Pick<Deps, "db">, userId: string): Promise<OwnPast> {
  const query = { userId, featureVersion: CAREER_FEATURES.version };
  const rows = await choices.listOwnChoices(deps.db, query, OWN_CHOICES_MAX);
  const cols = CAREER_FEATURES.features.length;
  const data = new Float64Array(rows.length * cols);
  rows.forEach(({ features }, row) => {
    data.set(
      features.map((value) => value ?? Number.NaN),
      row * cols,
    );
  });
  return { rows: { data, rows: rows.length, cols }, labels: rows.map(({ label }) => label) };
}

/**
 * Forgets what choices in lists of careers taught about the person; what they saved or set aside stays, and later choices count.
 * @throws AppError UNAUTHENTICATED for strangers
 */
export async function resetCareerLearning(deps: Pick<Deps, "db">, actor: Actor): Promise<void> {
  if (!(await choices.resetCareerLearning(deps.db, requireKnown(actor)))) throw personGone();
}
