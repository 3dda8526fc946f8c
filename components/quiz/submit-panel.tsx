"use client";

import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/web/client/api-error";
import { submitQuizOptions } from "./queries";
import { toAnswerList } from "./quiz-answers";
import { quizStore } from "./quiz-store";
import type { ShownQuestion } from "./shown-question";
import type { QuizControls } from "./use-quiz";

type SubmitPanelProps = { questions: readonly ShownQuestion[]; quiz: QuizControls };

/** Sends the answers. They stay in the browser whatever happens, so trying again costs nothing. */
export function SubmitPanel({ questions, quiz }: SubmitPanelProps) {
  const t = useTranslations("quizUi");
  const router = useRouter();
  const submit = useMutation({
    ...submitQuizOptions(),
    onSuccess: ({ sessionId }) => {
      quizStore.recordSubmit(sessionId);
      router.push(`/results/${sessionId}`);
    },
  });
  // Once sent, the button stays busy until the next page is there.
  const isBusy = submit.isPending || submit.isSuccess;
  const isDone = quiz.sessionId !== null && !isBusy;
  return (
    <Box sx={{ mt: 4 }}>
      {submit.error === null || isBusy ? null : <SubmitError error={submit.error} />}
      {isDone ? <Typography sx={{ mb: 1.5 }}>{t("alreadyDone")}</Typography> : null}
      {isDone ? (
        <Button size="large" variant="contained" color="blaze" href={`/results/${quiz.sessionId}`}>
          {t("seeResults")}
        </Button>
      ) : (
        <Button
          size="large"
          variant="contained"
          color="blaze"
          fullWidth
          loading={isBusy}
          loadingPosition="start"
          onClick={() => submit.mutate(toAnswerList(questions, quiz.answers))}
          sx={{ maxWidth: { sm: 320 } }}
        >
          {isBusy ? t("submitting") : t("submit")}
        </Button>
      )}
      <Typography variant="body2" sx={{ mt: 2, color: "text.secondary" }}>
        {t("privacy")}
      </Typography>
    </Box>
  );
}

function SubmitError({ error }: { error: Error }) {
  const t = useTranslations();
  const reason = () => {
    if (!(error instanceof ApiError)) return t("errors.failed");
    if (error.kind === "offline") return t("errors.offline");
    if (error.status === 429) return t("errors.rateLimited");
    return error.kind === "refused" ? t("quizUi.refused", { detail: error.message }) : t("errors.failed");
  };
  const fields = error instanceof ApiError ? error.fields : [];
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <AlertTitle>{t("quizUi.failedTitle")}</AlertTitle>
      {reason()} {t("quizUi.failedKeep")}
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
      {requestId === null ? null : (
        <Typography variant="caption" component="p" sx={{ mt: 1 }}>
          {t("quizUi.failedReference", { requestId })}
        </Typography>
      )}
    </Alert>
  );
}
