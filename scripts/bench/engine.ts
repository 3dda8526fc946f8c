/** How long the pieces of one request take, inside one process with the embedded database. */
import { RecommendRequestSchema } from "@/lib/contracts/results";
import { NOBODY } from "@/lib/use-cases/actor";
import { getResults } from "@/lib/use-cases/get-results";
import { parseProfile, toPerson } from "@/lib/use-cases/quiz-person";
import { rankCareers } from "@/lib/use-cases/rank-careers";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { searchCareers } from "@/lib/use-cases/search-careers";
import { submitQuiz } from "@/lib/use-cases/submit-quiz";
import type { Table } from "../report";
import { withTemporaryDeps } from "../with-deps";
import { measure } from "./measure";
import { simulateQuizzes, TEXTS } from "./people";

const RUNS = 1000;
const ACTOR = NOBODY;

export async function benchEngine(): Promise<Table[]> {
  const rows: Table["rows"] = [];
  await withTemporaryDeps(async (deps, snapshot) => {
    const quizzes = simulateQuizzes(snapshot, 100);
    const people = await Promise.all(quizzes.map((answers) => toPerson(parseProfile(answers), deps)));
    const sessions: string[] = [];
    for (const answers of quizzes) sessions.push((await submitQuiz(deps, ACTOR, { answers })).reply.sessionId);
    const pick = <T>(list: readonly T[], at: number): T => {
      const item = list[at % list.length];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    };
    const add = async (what: string, run: (at: number) => unknown) =>
      rows.push({ what, ...(await measure(run, RUNS)) });
    const { embedder } = deps;
    if (embedder !== null) await add("embed one quiz text", (i) => embedder.embed([pick(TEXTS.slice(0, 4), i)]));
    const options = { topN: 5, alpha: 0.7, isDiverse: true, weights: undefined };
    await add("rank and explain 923 careers (no I/O)", (i) => rankCareers(snapshot, pick(people, i), options));
    await add("recommend, stored and recorded", (i) =>
      recommendCareers(deps, ACTOR, RecommendRequestSchema.parse({ sessionId: pick(sessions, i) })),
    );
    await add("recommend with answers sent along", (i) =>
      recommendCareers(deps, ACTOR, RecommendRequestSchema.parse({ answers: pick(quizzes, i) })),
    );
    await add("stored results", (i) => getResults(deps, ACTOR, pick(sessions, i)));
    await add("search by text", (i) =>
      searchCareers(deps, ACTOR, { q: pick(TEXTS.slice(0, 4), i), limit: 20, offset: 0 }),
    );
  });
  return [{ name: "Inside the server", note: "Embedded database, one call at a time, after a warm-up.", rows }];
}
