"use client";

import type { Ref } from "react";
import { MultiInput } from "./multi-input";
import { OptionList } from "./option-list";
import type { AnswerValue } from "./quiz-answers";
import { RatingInput } from "./rating-input";
import type { ShownQuestion } from "./shown-question";
import { TextInput } from "./text-input";

type AnswerControlProps = {
  question: ShownQuestion;
  value: AnswerValue | undefined;
  /** `isFinal` when a tap or click made the one choice there is to make. */
  onAnswer: (value: AnswerValue, isFinal: boolean) => void;
  labelledBy: string;
  ratingRef: Ref<HTMLDivElement>;
};

/** The control that a question's kind asks for. */
export function AnswerControl({ question, value, onAnswer, labelledBy, ratingRef }: AnswerControlProps) {
  switch (question.kind) {
    case "rating":
      return (
        <RatingInput
          question={question}
          value={typeof value === "number" ? value : null}
          onChoose={onAnswer}
          labelledBy={labelledBy}
          groupRef={ratingRef}
        />
      );
    case "choice":
      return (
        <OptionList
          question={question}
          chosen={typeof value === "string" ? [value] : []}
          type="radio"
          onToggle={onAnswer}
          labelledBy={labelledBy}
        />
      );
    case "multi":
      return (
        <MultiInput
          question={question}
          value={Array.isArray(value) ? value : []}
          onChange={(chosen) => onAnswer(chosen, false)}
          labelledBy={labelledBy}
        />
      );
    case "text":
      return (
        <TextInput
          question={question}
          value={typeof value === "string" ? value : ""}
          onChange={(text) => onAnswer(text, false)}
        />
      );
  }
}
