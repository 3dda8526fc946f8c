import { parseQuizAnswers } from "@/lib/contracts/quiz-answers";
import { findQuizAnswers, listMatchFeedback, type MatchFeedbackRow } from "@/lib/db/match-feedback";
import type { Db } from "@/lib/db/open";
import { groupRows } from "@/lib/engine/evaluation/classification";
import { MATCH_FEATURE_NAMES, toMatchFeatures } from "@/lib/engine/features/match-features";
import type { MatchSet } from "@/lib/engine/models/match-model";
import type { CareerSnapshot } from "../career-snapshot";
import { STARS_DISLIKED, STARS_LIKED } from "../list-history";
import { toFacts } from "../ranking/feature-context";

/** More than this many tell nothing new, and have to be read at once. */
const ROWS_MAX = 100_000;

/** Whether a career suits, by what somebody did with it: 1 saved, doing it or rated high, 0 set aside or rated low; null says nothing. */
export function toMatchLabel({ kind, value }: Pick<MatchFeedbackRow, "kind" | "value">): 0 | 1 | null {
  if (kind === "implement" || kind === "save") return 1;
  if (kind === "dismiss") return 0;
  if (value === null) return null;
  if (value >= STARS_LIKED) return 1;
  return value <= STARS_DISLIKED ? 0 : null;
}

type RealPair = { userId: string; sessionId: string; item: number; label: 0 | 1 };

/** Pairs of real people and careers with what they last told about them, each with the answers that they had given. */
export async function loadRealPairs({ db }: { db: Db }, snapshot: CareerSnapshot): Promise<MatchSet> {
  const pairs = new Map<string, RealPair>();
  for (const { userId, sessionId, careerCode, ...what } of await listMatchFeedback(db, ROWS_MAX)) {
    const [label, item] = [toMatchLabel(what), snapshot.positions.get(careerCode)];
    const key = `${userId} ${careerCode}`;
    if (label !== null && item !== undefined && !pairs.has(key)) pairs.set(key, { userId, sessionId, item, label });
  }
  const told = [...pairs.values()];
  const answers = await findQuizAnswers(db, [...new Set(told.map(({ sessionId }) => sessionId))]);
  const kept = groupRows(told.map(({ sessionId }) => sessionId)).flatMap((rows) => {
    const own = rows.map((row) => told[row] as RealPair);
    // A quiz of an earlier form cannot be read as one of today's.
    const { profile } = parseQuizAnswers(answers.get(own[0]?.sessionId ?? "") ?? []);
    const items = own.map(({ item }) => item);
    return profile === null
      ? []
      : [{ own, rows: toMatchFeatures(snapshot.index, toFacts(snapshot), profile, items).data }];
  });
  const all = kept.flatMap(({ own }) => own);
  const data = new Float64Array(all.length * MATCH_FEATURE_NAMES.length);
  let at = 0;
  for (const { rows } of kept) {
    data.set(rows, at);
    at += rows.length;
  }
  return {
    rows: { data, rows: all.length, cols: MATCH_FEATURE_NAMES.length },
    labels: Uint8Array.from(all, ({ label }) => label),
    weights: new Float64Array(all.length).fill(1),
    people: all.map(({ userId }) => userId),
  };
}
