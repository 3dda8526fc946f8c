"use client";

import ArrowBackRounded from "@mui/icons-material/ArrowBackRounded";
import ArrowForwardRounded from "@mui/icons-material/ArrowForwardRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useEffect, useRef, useState } from "react";
import { AnswerControl } from "./answer-control";
import type { AnswerValue } from "./quiz-answers";
import type { ShownQuestion } from "./shown-question";
import type { QuizControls } from "./use-quiz";
import { useQuizKeys } from "./use-quiz-keys";

type QuestionScreenProps = {
  question: ShownQuestion;
  quiz: QuizControls;
  total: number;
  headingRef: Ref<HTMLHeadingElement>;
};

/** Long enough to see which number was hit before the page moves on. */
const AUTO_ADVANCE_MS = 380;

const KEY_HINTS = { rating: "keys", choice: "keysOther", multi: "keysOther", text: "keysText" } as const;

/** One question. The caller gives it the question's id as key, so every question starts with a clean state. */
export function QuestionScreen({ question, quiz, total, headingRef }: QuestionScreenProps) {
  const t = useTranslations("quizUi");
  const [isMissing, setIsMissing] = useState(false);
  // The first screen is there with the page: fading it in would only delay what the server already sent.
  const [isMovedTo] = useState(quiz.isHydrated);
  const rating = useRef<HTMLDivElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const value = quiz.answers[question.id];
  const headingId = `${question.id}-prompt`;
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const next = () => {
    window.clearTimeout(timer.current);
    if (!quiz.next()) setIsMissing(true);
  };
  const answer = (chosen: AnswerValue, isFinal: boolean) => {
    quiz.answer(question, chosen);
    setIsMissing(false);
    window.clearTimeout(timer.current);
    // Somebody who came from the review to change one answer goes back when they say so.
    if (isFinal && !quiz.isEditing) timer.current = window.setTimeout(next, AUTO_ADVANCE_MS);
  };
  const focusStep = (step: number) =>
    rating.current?.querySelector<HTMLInputElement>(`input[value="${step}"]`)?.focus();
  useQuizKeys({
    question,
    isMoving: quiz.isMoving,
    next,
    back: quiz.back,
    rate: (step) => {
      answer(step, false);
      focusStep(step);
    },
    enterRating: () => focusStep(typeof value === "number" ? value : 5),
  });

  return (
    <Box sx={isMovedTo ? { animation: "question-in 260ms ease-out", "@keyframes question-in": QUESTION_IN } : {}}>
      <Typography
        component="h1"
        variant="h2"
        id={headingId}
        ref={headingRef}
        tabIndex={-1}
        data-focus-target
        sx={{ scrollMarginTop: "6rem" }}
      >
        {question.prompt}
      </Typography>
      {question.help === undefined ? null : (
        <Typography variant="subtitle1" sx={{ color: "text.secondary", mt: 1 }}>
          {question.help}
        </Typography>
      )}
      <Box sx={{ mt: { xs: 2.5, sm: 4 } }}>
        <AnswerControl question={question} value={value} onAnswer={answer} labelledBy={headingId} ratingRef={rating} />
      </Box>
      {question.kind === "rating" || question.kind === "choice" ? (
        <Typography
          role="status"
          variant="body2"
          sx={{ mt: 2, minHeight: "1.6em", color: "secondary.main", fontWeight: 600 }}
        >
          {isMissing ? t(question.kind === "rating" ? "needRating" : "needChoice") : ""}
        </Typography>
      ) : null}
      <QuestionActions
        quiz={quiz}
        isLast={quiz.index === total - 1}
        isEmpty={isLeftEmpty(question, value)}
        onNext={next}
      />
      <Typography
        variant="caption"
        component="p"
        sx={{
          mt: 3,
          color: "text.secondary",
          display: "none",
          "@media (hover: hover) and (min-width: 600px)": { display: "block" },
        }}
      >
        {t.rich(KEY_HINTS[question.kind], { kbd: renderKey })}
      </Typography>
    </Box>
  );
}

const QUESTION_IN = { from: { opacity: 0, transform: "translateX(14px)" }, to: { opacity: 1, transform: "none" } };

const renderKey = (chunks: ReactNode) => (
  <Box
    component="kbd"
    sx={{
      font: "inherit",
      px: 0.75,
      py: 0.125,
      borderRadius: 1,
      border: 1,
      borderColor: "brand.outline",
      bgcolor: "background.paper",
    }}
  >
    {chunks}
  </Box>
);

/** Whether the question may be passed without an answer and has none. */
const isLeftEmpty = (question: ShownQuestion, value: AnswerValue | undefined): boolean =>
  (question.kind === "multi" || question.kind === "text") &&
  (value === undefined || (typeof value !== "number" && value.length === 0));

type QuestionActionsProps = { quiz: QuizControls; isLast: boolean; isEmpty: boolean; onNext: () => void };

function QuestionActions({ quiz, isLast, isEmpty, onNext }: QuestionActionsProps) {
  const t = useTranslations("quizUi");
  const forward = quiz.isEditing ? "backToReview" : isEmpty ? "skip" : isLast ? "toReview" : "next";
  return (
    <Box sx={{ mt: 3, display: "flex", gap: 1.5, justifyContent: "space-between" }}>
      {quiz.isEditing || quiz.index === 0 ? (
        <span />
      ) : (
        <Button size="large" variant="outlined" startIcon={<ArrowBackRounded />} onClick={quiz.back}>
          {t("back")}
        </Button>
      )}
      <Button size="large" variant="contained" endIcon={<ArrowForwardRounded />} onClick={onNext}>
        {t(forward)}
      </Button>
    </Box>
  );
}
