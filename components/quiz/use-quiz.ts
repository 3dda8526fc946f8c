"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { type AnswerValue, emptyValue, getReach, isComplete, toOwnAnswers } from "./quiz-answers";
import { quizStore } from "./quiz-store";
import { parseQuizPlace, toQuizUrl } from "./quiz-url";
import type { ShownQuestion } from "./shown-question";

const subscribeToNothing = () => () => {};

/** False while React takes over the server's markup, which knows nothing of this browser's storage. */
const useIsHydrated = () =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

/**
 * The quiz as a place in the address and answers in storage.
 * The address decides which question shows, so that the browser's own back and forward buttons work.
 */
export function useQuiz(questions: readonly ShownQuestion[]) {
  const count = questions.length;
  const isHydrated = useIsHydrated();
  const stored = useSyncExternalStore(quizStore.subscribe, quizStore.getSnapshot, quizStore.getServerSnapshot);
  const answers = useMemo(() => toOwnAnswers(questions, stored.answers), [questions, stored.answers]);
  const place = parseQuizPlace(useSearchParams(), count);
  const reach = getReach(questions, answers);
  const index = Math.min(place.index ?? stored.at, reach);
  const isEditing = place.isEditing && index < count;
  const [isResumed, setIsResumed] = useState(false);

  useEffect(() => {
    if (!isHydrated) return;
    if (place.isRetake) {
      quizStore.startRetake();
      window.history.replaceState(null, "", toQuizUrl(0, count));
      return;
    }
    if (place.index === null && index > 0) setIsResumed(true);
    if (place.index !== index) window.history.replaceState(null, "", toQuizUrl(index, count, isEditing));
    if (!isEditing) quizStore.savePlace(index);
  }, [isHydrated, place.isRetake, place.index, index, count, isEditing]);

  const goTo = useCallback(
    (target: number, edit = false) => {
      // Remembered in the entry, so that `back` can tell whether the entry before it is the question before.
      window.history.pushState({ waymarkFrom: index }, "", toQuizUrl(target, count, edit));
    },
    [index, count],
  );

  /** True between a step and its screen: a key hit in that moment was not meant for the question that is leaving. */
  const isMoving = useCallback(
    () => parseQuizPlace(new URLSearchParams(window.location.search), count).index !== index,
    [index, count],
  );

  const back = useCallback(() => {
    if (index === 0 && !isEditing) return;
    const target = isEditing ? count : index - 1;
    const state: unknown = window.history.state;
    const from = typeof state === "object" && state !== null && "waymarkFrom" in state ? state.waymarkFrom : null;
    if (from === target) window.history.back();
    else window.history.replaceState(null, "", toQuizUrl(target, count));
  }, [index, isEditing, count]);

  const answer = useCallback((question: ShownQuestion, value: AnswerValue) => {
    quizStore.saveAnswer(question.id, value);
  }, []);

  /** Goes on if the question is answered or may stay empty; says whether it did. */
  const next = useCallback((): boolean => {
    const question = questions[index];
    if (question === undefined) return false;
    const value = toOwnAnswers(questions, quizStore.getSnapshot().answers)[question.id];
    const empty = emptyValue(question);
    if (value === undefined && empty !== null) quizStore.saveAnswer(question.id, empty);
    else if (!isComplete(question, value)) return false;
    goTo(isEditing ? count : index + 1);
    return true;
  }, [questions, index, isEditing, count, goTo]);

  const restart = useCallback(
    (how: "startOver" | "restoreLast") => {
      quizStore[how]();
      setIsResumed(false);
      window.history.replaceState(null, "", toQuizUrl(how === "restoreLast" ? count : 0, count));
    },
    [count],
  );

  return {
    isHydrated,
    /** Whether the address alone shows which question it is, so that the server may already draw it. */
    isKnownEarly: (place.index ?? 0) === 0,
    answers,
    index,
    isEditing,
    isReview: index >= count,
    isResumed,
    sessionId: stored.sessionId,
    last: stored.last,
    hasAnswers: Object.keys(answers).length > 0,
    answer,
    next,
    back,
    goTo,
    isMoving,
    restart,
    dismissResumed: () => setIsResumed(false),
  };
}

export type QuizControls = ReturnType<typeof useQuiz>;
