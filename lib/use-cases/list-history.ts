import type { ListHistory } from "@/lib/contracts/results";
import type { QuizSessionRow } from "@/lib/db/quiz-sessions";
import { toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import type { History } from "@/lib/engine/scoring/history-scores";
import type { CareerSnapshot } from "./career-snapshot";

type Stance = Pick<QuizSessionRow, "savedCodes" | "reactions" | "usesHistory">;
type Cause = ListHistory["liked"][number]["because"];
export type Past = { item: number; weight: number; because: Cause };
export const NO_PAST: PersonHistory = { isEnabled: true, liked: [], disliked: [], excluded: [] };

export type PersonHistory = {
  isEnabled: boolean;
  liked: Past[];
  disliked: Past[];
  /** Positions of careers that were set aside. */
  excluded: number[];
};

/** Stars from which a rating says that somebody likes a career, and up to which that they do not. */
export const STARS_LIKED = 4;
export const STARS_DISLIKED = 2;
/** The newest count: tastes change, and each one costs a pass over the catalogue. */
export const HISTORY_ITEMS_MAX = 30;

/**
 * What a person's saved careers and reactions say, the newest of each kind first. A career that they set aside or rated low does not draw the list even when it
 * is saved, and one that they took out of their history says nothing at all.
 * @param isAllowed  false keeps it out of the score; what was set aside stays out of the list
 */
export function toPersonHistory(snapshot: CareerSnapshot, stance: Stance, isAllowed: boolean): PersonHistory {
  const { savedCodes, reactions } = stance;
  const dismissed = reactions.filter(({ kind }) => kind === "dismiss").map(({ careerCode }) => careerCode);
  const excluded = dismissed.flatMap((code) => snapshot.positions.get(code) ?? []);
  if (!isAllowed || !stance.usesHistory) return { isEnabled: false, liked: [], disliked: [], excluded };
  const taken = new Set(reactions.filter(({ kind }) => kind === "ignore").map(({ careerCode }) => careerCode));
  const collect = (codes: readonly string[], because: Cause, weight: (code: string) => number): Past[] =>
    codes.flatMap((code) => {
      const item = snapshot.positions.get(code);
      if (item === undefined || taken.has(code)) return [];
      taken.add(code);
      return [{ item, weight: weight(code), because }];
    });
  const stars = new Map(
    reactions.flatMap(({ kind, careerCode, value }) =>
      kind === "rate" && value !== null ? [[careerCode, value] as const] : [],
    ),
  );
  const rated = (isMatch: (value: number) => boolean) =>
    [...stars].filter(([, value]) => isMatch(value)).map(([code]) => code);
  const doing = reactions.filter(({ kind }) => kind === "implement").map(({ careerCode }) => careerCode);
  // What speaks against a career comes first, since each counts once.
  const disliked = [
    ...collect(dismissed, "dismiss", () => 1),
    ...collect(
      rated((value) => value <= STARS_DISLIKED),
      "rate",
      (code) => (STARS_DISLIKED + 1 - (stars.get(code) ?? 0)) / STARS_DISLIKED,
    ),
  ];
  const liked = [
    ...collect(doing, "implement", () => toInteractionLabel("implement", null)),
    ...collect(
      rated((value) => value >= STARS_LIKED),
      "rate",
      (code) => toInteractionLabel("rate", stars.get(code) ?? null),
    ),
    ...collect(savedCodes, "save", () => toInteractionLabel("save", null)),
  ];
  return {
    isEnabled: true,
    liked: liked.slice(0, HISTORY_ITEMS_MAX),
    disliked: disliked.slice(0, HISTORY_ITEMS_MAX),
    excluded,
  };
}

export const toHistory = ({ liked, disliked }: PersonHistory): History => ({ liked, disliked });

/**
 * The same for people.
 * @param share    of the liked careers in the profile embedding; 0 when history moved nothing
 * @param applied  choices are rows of earlier lists that moved this one
 */
export function toListHistory(
  snapshot: CareerSnapshot,
  past: PersonHistory,
  share: number,
  { isApplied, choices }: { isApplied: boolean; choices: number },
): ListHistory {
  const name = ({ item, because }: Past) => {
    const career = snapshot.careers[item];
    return career === undefined ? [] : [{ code: career.code, career: career.title, because }];
  };
  return {
    applied: isApplied,
    enabled: past.isEnabled,
    share,
    liked: past.liked.flatMap(name),
    disliked: past.disliked.flatMap(name),
    hidden: past.excluded.length,
    choices,
  };
}
