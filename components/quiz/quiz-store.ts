import type { AnswerValue } from "./quiz-answers";

/** What this browser remembers of the quiz. Values are checked against the questions when they are used, not here. */
export type StoredQuiz = {
  answers: Readonly<Record<string, unknown>>;
  /** Index of the question the person was at; the number of questions is the review. */
  at: number;
  /** The session made from exactly these answers; null while they differ from any submitted ones. */
  sessionId: string | null;
  /** The answers before a retake, kept until the retake is submitted. */
  last: { answers: Readonly<Record<string, unknown>>; sessionId: string | null } | null;
};

const STORAGE_KEY = "waymark.quiz.v1";
const EMPTY: StoredQuiz = { answers: {}, at: 0, sessionId: null, last: null };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const toText = (value: unknown): string | null => (typeof value === "string" ? value : null);

function parseStored(text: string | null): StoredQuiz {
  if (text === null) return EMPTY;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || !isRecord(value.answers)) return EMPTY;
    const last = isRecord(value.last) && isRecord(value.last.answers) ? value.last : null;
    return {
      answers: value.answers,
      at: Number.isInteger(value.at) ? Math.max(0, Number(value.at)) : 0,
      sessionId: toText(value.sessionId),
      last:
        last === null ? null : { answers: last.answers as StoredQuiz["answers"], sessionId: toText(last.sessionId) },
    };
  } catch {
    // Somebody else's text under our key is the same as none.
    return EMPTY;
  }
}

let current: StoredQuiz | null = null;
const listeners = new Set<() => void>();

function read(): StoredQuiz {
  if (current === null) {
    try {
      current = parseStored(window.localStorage.getItem(STORAGE_KEY));
    } catch {
      // Storage can be switched off; the quiz then lives as long as the tab.
      current = EMPTY;
    }
  }
  return current;
}

function write(next: StoredQuiz): void {
  current = next;
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // See read: without storage, or with a full one, the tab's memory is what there is.
  }
  for (const listener of listeners) listener();
}

function onOtherTab(event: StorageEvent): void {
  if (event.key !== STORAGE_KEY && event.key !== null) return;
  current = null;
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore: one state for the tab, in step with the other tabs. */
export const quizStore = {
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) window.addEventListener("storage", onOtherTab);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) window.removeEventListener("storage", onOtherTab);
    };
  },
  getSnapshot: read,
  getServerSnapshot: (): StoredQuiz => EMPTY,

  saveAnswer(questionId: string, value: AnswerValue): void {
    const stored = read();
    write({ ...stored, answers: { ...stored.answers, [questionId]: value }, sessionId: null });
  },
  savePlace(at: number): void {
    if (read().at !== at) write({ ...read(), at });
  },
  /** Empties the form; what was in it stays at hand until the next submit. */
  startRetake(): void {
    const { answers, sessionId, last } = read();
    const hasAnswers = Object.keys(answers).length > 0;
    write({ ...EMPTY, last: hasAnswers ? { answers, sessionId } : last });
  },
  restoreLast(): void {
    const { last } = read();
    if (last !== null) write({ ...EMPTY, answers: last.answers, last });
  },
  startOver(): void {
    write({ ...EMPTY, last: read().last });
  },
  recordSubmit(sessionId: string): void {
    write({ ...read(), sessionId, last: null });
  },
};
