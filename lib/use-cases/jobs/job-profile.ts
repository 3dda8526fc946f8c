import { createHash } from "node:crypto";
import { LIKES_NEEDED } from "@/lib/contracts/jobs";
import { parseQuizAnswers } from "@/lib/contracts/quiz-answers";
import { listProfileVectors, type SeekerRow, saveJobProfile } from "@/lib/db/job-seekers";
import { findQuizSession } from "@/lib/db/quiz-sessions";
import { selectSlate } from "@/lib/engine/ranking/diversity";
import { createCareerScorer } from "@/lib/engine/scoring/hybrid";
import { moveJobProfile } from "@/lib/engine/scoring/job-profile";
import { toDefaultWeights } from "@/lib/engine/scoring/objectives";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { toPerson } from "../quiz-person";

type ProfileDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot">;

/** Careers nearest to somebody's quiz whose mean stands for it. */
const QUIZ_CAREERS = 10;
const QUIZ_ALPHA = 0.7;

/** Whether what somebody says of themselves differs from what their profile was made of. */
export const needsNewBase = ({ embedder }: ProfileDeps, row: SeekerRow): boolean =>
  embedder !== null && toBaseHash(row, embedder.model) !== row.baseHash;

/** Whether right swipes were added or taken back since the profile was made. */
export const needsNewLikes = ({ embedder }: ProfileDeps, row: SeekerRow): boolean =>
  embedder !== null && row.likedCount !== (row.likes >= LIKES_NEEDED ? row.likes : 0);

/** Makes the profile of what somebody says and likes now. */
export async function refreshJobProfile(deps: ProfileDeps, row: SeekerRow): Promise<void> {
  const { embedder } = deps;
  if (embedder === null) return;
  const { model } = embedder;
  const baseHash = toBaseHash(row, model);
  const vectors = await listProfileVectors(deps.db, row, model);
  const base = baseHash === row.baseHash ? vectors.base : await makeBase(deps, row);
  const embedding = moveJobProfile(base, vectors.liked);
  const likedCount = vectors.liked.length >= LIKES_NEEDED ? row.likes : 0;
  await saveJobProfile(deps.db, row, { model, baseHash, base, embedding, likedCount });
}

/** Empty for somebody who says nothing. */
function toBaseHash(row: SeekerRow, model: string): string {
  const text = toProfileText(row);
  if (text === "" && row.quizId === null) return "";
  return createHash("sha256")
    .update(JSON.stringify([model, text, row.quizId]))
    .digest("hex");
}

/** What the model reads; a place alone says nothing of the work. */
function toProfileText({ headline, skills, preferredLocations }: SeekerRow): string {
  if (headline === "" && skills.length === 0) return "";
  return [headline, skills.join(", "), preferredLocations.join("; ")].filter((part) => part !== "").join(". ");
}

/** The mean of what the person wrote and of what their quiz points to, each as a unit vector; null when they say nothing. */
async function makeBase(deps: ProfileDeps, row: SeekerRow): Promise<Float32Array | null> {
  const text = toProfileText(row);
  const [written] = text === "" || deps.embedder === null ? [] : await deps.embedder.embed([text]);
  const quiz = row.quizId === null ? [] : await readQuiz(deps, row.quizId);
  return meanOf([...(written === undefined ? [] : [written]), ...quiz]);
}

/** The careers nearest to the answers, as one vector, and the free text as another. */
async function readQuiz(deps: ProfileDeps, quizId: string): Promise<Float32Array[]> {
  const session = await findQuizSession(deps.db, quizId);
  const profile = session === null ? null : parseQuizAnswers(session.answers).profile;
  if (profile === null) return [];
  const [snapshot, person] = [await getCareerSnapshot(deps), await toPerson(profile, deps)];
  const options = { alpha: QUIZ_ALPHA, weights: toDefaultWeights(profile) };
  const { scores } = createCareerScorer(snapshot.index, person, options).score(profile.ratings);
  const best = selectSlate(scores, snapshot.index.clusters, QUIZ_CAREERS, false);
  const taste = meanOf(best.flatMap((item) => snapshot.careers[item]?.embedding ?? []));
  const text = person.textEmbedding === null ? null : Float32Array.from(person.textEmbedding);
  return [taste, text].filter((vector) => vector !== null);
}

/** Scaled to length 1; null without any direction. */
function meanOf(vectors: readonly Float32Array[]): Float32Array | null {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    const length = Math.hypot(...vector);
    if (length > 0) for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (vector[k] ?? 0) / length;
  }
  const length = Math.hypot(...sum);
  return length > 1e-9 ? Float32Array.from(sum, (value) => value / length) : null;
}
