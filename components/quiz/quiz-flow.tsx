"use client";

import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { getPart } from "./parts";
import { QuestionScreen } from "./question-screen";
import { QuizProgress } from "./quiz-progress";
import { ReviewScreen } from "./review-screen";
import type { ShownQuestion } from "./shown-question";
import { StartOver } from "./start-over";
import { type QuizControls, useQuiz } from "./use-quiz";

type QuizFlowProps = {
  questions: readonly ShownQuestion[];
};

/** The quiz: one question a screen, then the review. */
export function QuizFlow({ questions }: QuizFlowProps) {
  const t = useTranslations("quizUi");
  const quiz = useQuiz(questions);
  const { index, isHydrated, isKnownEarly } = quiz;
  const heading = useRef<HTMLHeadingElement>(null);
  const shownIndex = useRef<number | null>(null);
  useEffect(() => {
    if (!isHydrated) return;
    // The first screen leaves the focus where the person has it; every later one reads out its question.
    if (shownIndex.current !== null && shownIndex.current !== index) {
      window.scrollTo({ top: 0 });
      heading.current?.focus({ preventScroll: true });
    }
    shownIndex.current = index;
  }, [isHydrated, index]);

  if (!isHydrated && !isKnownEarly) return <QuizPlaceholder />;
  const question = questions[index];
  return (
    <>
      <QuizProgress index={index} total={questions.length} part={question === undefined ? "" : t(getPart(question))} />
      <QuizNotices quiz={quiz} />
      {question === undefined ? (
        <ReviewScreen questions={questions} quiz={quiz} headingRef={heading} />
      ) : (
        <QuestionScreen
          key={question.id}
          question={question}
          quiz={quiz}
          total={questions.length}
          headingRef={heading}
        />
      )}
      {quiz.hasAnswers ? (
        <Box sx={{ mt: 3, display: "flex", justifyContent: "center" }}>
          <StartOver onConfirm={() => quiz.restart("startOver")} />
        </Box>
      ) : null}
    </>
  );
}

function QuizNotices({ quiz }: { quiz: QuizControls }) {
  const t = useTranslations("quizUi");
  if (quiz.isResumed && !quiz.isReview) {
    return (
      <Alert severity="success" role="status" onClose={quiz.dismissResumed} sx={{ mb: 3 }}>
        {t("resumed")}
      </Alert>
    );
  }
  if (quiz.last === null || quiz.hasAnswers) return null;
  return (
    <Alert severity="info" role="note" sx={{ mb: 3 }}>
      {t("lastOffer")}
      <Box sx={{ mt: 1 }}>
        <Button size="small" variant="outlined" onClick={() => quiz.restart("restoreLast")} sx={{ minHeight: 44 }}>
          {t("lastUse")}
        </Button>
      </Box>
    </Alert>
  );
}

/** While the browser's storage decides which question it is. */
function QuizPlaceholder() {
  const t = useTranslations("common");
  return (
    <Box role="status" aria-label={t("loading")}>
      <Skeleton variant="rounded" height={30} sx={{ mb: 5 }} />
      <Skeleton variant="rounded" height={48} width="80%" sx={{ mb: 3 }} />
      <Skeleton variant="rounded" height={150} />
    </Box>
  );
}
