"use client";

import { useEffect, useRef } from "react";
import type { ShownQuestion } from "./shown-question";

type QuizKeyActions = {
  question: ShownQuestion;
  isMoving: () => boolean;
  next: () => void;
  back: () => void;
  rate: (value: number) => void;
  /** Puts the focus into the rating, where the arrow keys are the browser's own. */
  enterRating: () => void;
};

/** A "1" waits this long for a "0" that makes it ten. */
const TEN_WAIT_MS = 700;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["radio", "checkbox", "button"].includes(target.type)));

/** Controls that have a use for the Enter key themselves. */
const isOperable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("a, button, summary, [role='button'], [role='dialog']") !== null;

const isRadio = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === "radio";

/** Shortcuts of the question screen. Nothing is taken from a person who is typing or from a control that wants the key. */
export function useQuizKeys(actions: QuizKeyActions): void {
  const latest = useRef(actions);
  const oneTypedAtMs = useRef(0);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { question, isMoving, next, back, rate, enterRating } = latest.current;
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing || event.repeat || isMoving()) return;
      if (document.querySelector("dialog[open], [role='dialog']") !== null) return;
      if (key === "Enter" && (event.ctrlKey || event.metaKey)) return next();
      if (isTyping(target)) return;
      if (event.altKey && key === "ArrowLeft") {
        event.preventDefault();
        return back();
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "Backspace") return back();
      if (key === "Enter" && !isOperable(target)) {
        event.preventDefault();
        return next();
      }
      if (question.kind !== "rating") return;
      if (/^[0-9]$/.test(key)) {
        const isTen = key === "0" && event.timeStamp - oneTypedAtMs.current < TEN_WAIT_MS;
        oneTypedAtMs.current = key === "1" ? event.timeStamp : 0;
        return rate(isTen ? 10 : Number(key));
      }
      if ((key === "ArrowLeft" || key === "ArrowRight") && !isRadio(target) && !isOperable(target)) {
        event.preventDefault();
        enterRating();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
