import { EXPORT_VERSION, USER_DATA_KINDS, type UserDataKind, type UserDataRow } from "@/lib/contracts/user-data";
import { findProfile, listUserData } from "@/lib/db/user-data";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { getQuizQuestions } from "./get-quiz-questions";
import { requireKnown } from "./permissions";

/**
 * Everything that is stored about the actor, as the text of one JSON document. It comes in pieces, so that somebody with years of history
 * costs no more memory than anybody else; each row has a line of its own.
 * @throws AppError UNAUTHENTICATED for strangers, and for guests of whom nothing is stored any more
 */
export async function exportData(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
): Promise<{ name: string; pieces: AsyncGenerator<string> }> {
  const userId = requireKnown(actor);
  const profile = await findProfile(deps.db, userId);
  if (profile === null) {
    throw new AppError("UNAUTHENTICATED", {
      publicMessage: "Nothing of yours is stored, so there is nothing to export.",
    });
  }
  const exportedAt = new Date(deps.nowMs()).toISOString();
  const head = { format: "waymark-export", version: EXPORT_VERSION, exportedAt, profile };
  return { name: `waymark-export-${exportedAt.slice(0, 10)}.json`, pieces: writeDocument(deps, userId, head) };
}

async function* writeDocument(deps: Pick<Deps, "db">, userId: string, head: object): AsyncGenerator<string> {
  const lines = Object.entries(head).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  yield `{\n${lines.join(",\n")}`;
  for (const kind of USER_DATA_KINDS) {
    yield `,\n"${kind}": [`;
    let separator = "\n";
    for await (const rows of listUserData(deps.db, userId, kind)) {
      yield separator + rows.map((row) => JSON.stringify(toReadable(kind, row))).join(",\n");
      separator = ",\n";
    }
    yield "]";
  }
  yield "\n}\n";
}

const quiz = getQuizQuestions();
const PROMPTS = new Map(quiz.questions.map(({ id, prompt }) => [id, prompt]));

/** The answers of a quiz with the questions beside them. */
function toReadable(kind: UserDataKind, row: UserDataRow<UserDataKind>): object {
  if (kind !== "quizzes") return row;
  const { answers, ...rest } = row as UserDataRow<"quizzes">;
  const isCurrent = rest.quizVersion === quiz.version;
  return {
    ...rest,
    answers: answers.map(({ questionId, value }) => ({
      questionId,
      question: isCurrent ? (PROMPTS.get(questionId) ?? null) : null,
      value,
    })),
  };
}
