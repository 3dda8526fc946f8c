import type { ComparedCareer, Comparison } from "@/lib/contracts/compare";
import { type CareerRow, findCareers } from "@/lib/db/careers";
import { findLatestSessionId, findQuizSession, type QuizSessionRow } from "@/lib/db/quiz-sessions";
import { listSavedCareers } from "@/lib/db/saved-careers";
import { findLastSlate } from "@/lib/db/slates";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { parseProfile } from "./quiz-person";
import { toSalaryRange } from "./salary-range";

const SUGGESTIONS_MAX = 8;

type Listed = { careerCode: string; position: number; score: number };
type Person = { session: QuizSessionRow | null; list: Listed[]; savedCodes: string[] };
type FoundCareer = CareerRow & { isActive: boolean };

const NOBODY_YET: Person = { session: null, list: [], savedCodes: [] };

/** Careers to stand side by side, with the person's own ratings and list where they took the quiz. */
export async function compareCareers(
  deps: Pick<Deps, "db">,
  actor: Actor,
  codes: readonly string[],
): Promise<Comparison> {
  const person = actor.userId === null ? NOBODY_YET : await loadPerson(deps, actor.userId);
  const wanted = new Set(codes);
  const ideas = [...new Set([...person.savedCodes, ...person.list.map(({ careerCode }) => careerCode)])]
    .filter((code) => !wanted.has(code))
    .slice(0, SUGGESTIONS_MAX);
  const found = await findCareers(deps.db, [...codes, ...ideas]);
  const { session } = person;
  return {
    careers: codes.flatMap((code) => {
      const career = found.get(code);
      return career === undefined ? [] : [toComparedCareer(career, person.list)];
    }),
    unknownCodes: codes.filter((code) => !found.has(code)),
    you: session === null ? null : { sessionId: session.id, abilityVector: [...parseProfile(session.answers).ratings] },
    suggestions: ideas.flatMap((code) => {
      const career = found.get(code);
      return career === undefined || !career.isActive ? [] : [{ code, title: career.title }];
    }),
  };
}

async function loadPerson(deps: Pick<Deps, "db">, userId: string): Promise<Person> {
  const [sessionId, saved] = await Promise.all([
    findLatestSessionId(deps.db, userId),
    listSavedCareers(deps.db, userId),
  ]);
  const savedCodes = saved.map(({ careerCode }) => careerCode);
  if (sessionId === null) return { ...NOBODY_YET, savedCodes };
  const [session, slate] = await Promise.all([
    findQuizSession(deps.db, sessionId),
    findLastSlate(deps.db, { userId, id: sessionId }),
  ]);
  return { session, list: slate?.impressions ?? [], savedCodes };
}

function toComparedCareer({ code, title, cluster, record, isActive }: FoundCareer, list: Listed[]): ComparedCareer {
  const { jobZone, summary, day, fits, tough, abilityVector, abilityEstimated, blsShared, blsTitle } = record;
  const { wages, outlook, education, riasec, values, stressPercentile, ai } = record;
  const row = list.find(({ careerCode }) => careerCode === code);
  return {
    ...{ code, title, cluster, isActive },
    ...{ jobZone, summary, day, fits, tough, abilityVector, abilityEstimated, blsShared, blsTitle },
    ...{ wages, outlook, education, riasec, values, stressPercentile, ai },
    salary_range: toSalaryRange(wages),
    match: row === undefined ? null : { rank: row.position, score: row.score },
  };
}
