"use client";

import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { detectAnswerStyle } from "@/lib/engine/profile/ability";
import { DIMENSION_MAX } from "@/lib/engine/profile/dimensions";
import { getPart, QUIZ_PARTS, type QuizPart } from "./parts";
import { type AnswerValue, getRatings } from "./quiz-answers";
import type { ShownQuestion } from "./shown-question";
import { SubmitPanel } from "./submit-panel";
import type { QuizControls } from "./use-quiz";

type ReviewScreenProps = {
  questions: readonly ShownQuestion[];
  quiz: QuizControls;
  headingRef: Ref<HTMLHeadingElement>;
};

/** Everything that was answered, before it is sent. */
export function ReviewScreen({ questions, quiz, headingRef }: ReviewScreenProps) {
  const t = useTranslations("quizUi");
  const style = detectAnswerStyle(getRatings(questions, quiz.answers));
  return (
    <Box>
      <Typography component="h1" variant="h2" ref={headingRef} tabIndex={-1} data-focus-target>
        {t("reviewTitle")}
      </Typography>
      <Typography variant="subtitle1" sx={{ color: "text.secondary", mt: 1 }}>
        {t("reviewIntro")}
      </Typography>
      <Box role="status" sx={{ mt: style === "plain" ? 0 : 2.5 }}>
        {style === "plain" ? null : (
          <Alert severity="info" role="note">
            {t(style)}
          </Alert>
        )}
      </Box>
      {QUIZ_PARTS.map((part) => (
        <ReviewPart key={part} part={part} questions={questions} quiz={quiz} />
      ))}
      <SubmitPanel questions={questions} quiz={quiz} />
    </Box>
  );
}

type ReviewPartProps = { part: QuizPart; questions: readonly ShownQuestion[]; quiz: QuizControls };

function ReviewPart({ part, questions, quiz }: ReviewPartProps) {
  const t = useTranslations("quizUi");
  return (
    <Box component="section" aria-labelledby={`review-${part}`} sx={{ mt: 4 }}>
      <Typography component="h2" variant="h4" id={`review-${part}`} sx={{ mb: 1 }}>
        {t(part)}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: "none",
          p: 0,
          m: 0,
          bgcolor: "background.paper",
          border: 1,
          borderColor: "divider",
          borderRadius: 5,
        }}
      >
        {questions.map((question, index) =>
          getPart(question) === part ? (
            <ReviewRow
              key={question.id}
              question={question}
              value={quiz.answers[question.id]}
              onEdit={() => quiz.goTo(index, true)}
            />
          ) : null,
        )}
      </Box>
    </Box>
  );
}

type ReviewRowProps = { question: ShownQuestion; value: AnswerValue | undefined; onEdit: () => void };

function ReviewRow({ question, value, onEdit }: ReviewRowProps) {
  const t = useTranslations("quizUi");
  return (
    <Box
      component="li"
      sx={{
        display: "grid",
        gridTemplateColumns: "1fr auto",
        alignItems: "center",
        columnGap: 1.5,
        px: 2,
        py: 1,
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {question.prompt}
        </Typography>
        <AnswerText question={question} value={value} />
      </Box>
      <Button
        size="small"
        onClick={onEdit}
        aria-label={t("editLabel", { prompt: question.prompt })}
        sx={{ minHeight: 44 }}
      >
        {t("edit")}
      </Button>
    </Box>
  );
}

function AnswerText({ question, value }: Omit<ReviewRowProps, "onEdit">) {
  const t = useTranslations("quizUi");
  if (typeof value === "number") {
    return (
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
        <Box aria-hidden="true" sx={{ flex: 1, maxWidth: 280, height: 8, borderRadius: 1, bgcolor: "brand.track" }}>
          <Box
            sx={{ height: "100%", borderRadius: 1, bgcolor: "primary.main" }}
            style={{ width: `${(100 * value) / DIMENSION_MAX}%` }}
          />
        </Box>
        <Typography component="span" variant="body2" sx={{ fontWeight: 650, whiteSpace: "nowrap" }}>
          {t("ratingValue", { value })}
        </Typography>
      </Box>
    );
  }
  const labels = question.options?.filter(({ id }) => (Array.isArray(value) ? value.includes(id) : value === id));
  const text = labels === undefined ? value : labels.map(({ label }) => label).join(" · ");
  const isEmpty = text === undefined || text.length === 0;
  return (
    <Typography sx={{ fontWeight: isEmpty ? 400 : 550, whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
      {isEmpty ? t(question.kind === "text" ? "emptyText" : "none") : text}
    </Typography>
  );
}
