import type { SuitsBasis } from "@/lib/contracts/match";
import { toMatchFeatures } from "@/lib/engine/features/match-features";
import { predictMatch } from "@/lib/engine/models/match-model";
import type { QuizProfile } from "@/lib/engine/profile/questions";
import type { CareerSnapshot } from "../career-snapshot";
import { toFacts } from "../ranking/feature-context";
import { getMatchModel, type MatchDeps } from "./get-match-model";

export type Suits = {
  /** How likely each career suits, 0 to 1, in the order asked for; null without a model, or of a career that is no longer active. */
  of: (number | null)[];
  basis: SuitsBasis | null;
};

/** How likely careers suit somebody who answers like this. It changes no order. */
export async function predictSuits(
  deps: MatchDeps,
  snapshot: CareerSnapshot,
  profile: QuizProfile,
  codes: readonly string[],
): Promise<Suits> {
  const served = await getMatchModel(deps);
  if (served === null) return { of: codes.map(() => null), basis: null };
  const items = codes.flatMap((code) => snapshot.positions.get(code) ?? []);
  const said = predictMatch(served.model, toMatchFeatures(snapshot.index, toFacts(snapshot), profile, items));
  const { number, realShare, realPairs } = served;
  let at = 0;
  return {
    of: codes.map((code) => (snapshot.positions.has(code) ? round(said[at++] as number) : null)),
    basis: { version: number, real_share: round(realShare), real_pairs: realPairs },
  };
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
