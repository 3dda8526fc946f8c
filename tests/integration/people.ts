import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { callApi, getReply, toCookie } from "./call-api";
import { exampleAnswers } from "./example-answers";

/** What a browser sends along by itself, on the site's own pages. */
export const BROWSER = { "sec-fetch-site": "same-origin" };

/** A guest who took the quiz and was shown five careers. */
export async function meetSomebody(deps: Pick<Deps, "db">, consent: boolean | null = null) {
  const quiz = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
  const { sessionId } = quiz.json as { sessionId: string };
  const cookie = toCookie(quiz) ?? "";
  const { recommendations } = await getReply("recommend", { body: { sessionId }, cookie });
  const { userId } = await deps.db.quizSession.findFirstOrThrow({ where: { id: sessionId } });
  await setTrackingConsent(deps, userId, consent);
  const [first, second] = recommendations;
  if (first === undefined || second === undefined) throw new Error("the list is too short");
  return { userId, sessionId, cookie, recommendations, first, second };
}

export async function setTrackingConsent(
  deps: Pick<Deps, "db">,
  userId: string,
  consent: boolean | null,
): Promise<void> {
  await deps.db.user.update({ where: { id: userId }, data: { trackingConsent: consent } });
}

export type Shown = { recommendationId: string; code: string };

/** A guest who agreed and was shown a list of these careers, as if at a given time. */
export async function plantSomebody(deps: Pick<Deps, "db">, codes: readonly string[], shownAt = new Date()) {
  const userId = crypto.randomUUID();
  const slateId = crypto.randomUUID();
  const shown = codes.map((code): Shown => ({ recommendationId: crypto.randomUUID(), code }));
  await deps.db.user.create({ data: { id: userId, trackingConsent: true } });
  await deps.db.slate.create({
    data: { userId, id: slateId, mode: "hybrid", options: {}, diversityScore: 0, createdAt: shownAt },
  });
  await deps.db.impression.createMany({
    data: shown.map(({ recommendationId, code }, i) => ({
      ...{ userId, slateId, id: recommendationId, position: i + 1, careerCode: code, score: 50, parts: {} },
      ...{ explanation: {}, policy: "base", propensity: 1 },
    })),
  });
  return { userId, cookie: toGuestCookie(userId, false).split(";")[0] ?? "", shown };
}
