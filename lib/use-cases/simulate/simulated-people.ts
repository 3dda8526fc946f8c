import { countPeople, deleteSimulatedPeople } from "@/lib/db/simulated-people";
import { AppError } from "@/lib/errors";
import type { Deps } from "../deps";

/**
 * Keeps simulated people out of a place that real people use.
 * @returns how many simulated people are there already
 * @throws AppError CONFLICT when there are people who are not simulated, admins left out
 */
export async function requireNobodyReal(deps: Pick<Deps, "db">): Promise<number> {
  const { simulated, others } = await countPeople(deps.db);
  if (others > 0) {
    const publicMessage = `This database has ${others} people who are not simulated: figures and models would be made of both. Add --yes to mix them all the same.`;
    throw new AppError("CONFLICT", { publicMessage });
  }
  return simulated;
}

/** Deletes every simulated person with everything of theirs, and nobody else. @returns how many */
export async function removeSimulatedPeople(
  deps: Pick<Deps, "db">,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const { simulated } = await countPeople(deps.db);
  for (let done = 0; ; ) {
    const count = await deleteSimulatedPeople(deps.db);
    if (count === 0) return done;
    done += count;
    onProgress(done, simulated);
  }
}
