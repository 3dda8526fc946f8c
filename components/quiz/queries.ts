import { mutationOptions } from "@tanstack/react-query";
import type { QuizAnswer, QuizSubmitReply, QuizSubmitRequest } from "@/lib/contracts/quiz";
import { fetchJson } from "@/lib/web/client/fetch-json";

export const submitQuizOptions = () =>
  mutationOptions({
    mutationKey: ["quiz", "submit"],
    // Without a connection the call shall fail at once and say so; paused, it would look like a hanging button.
    networkMode: "always",
    mutationFn: (answers: QuizAnswer[]) => {
      const body: QuizSubmitRequest = { answers };
      return fetchJson<QuizSubmitReply>("/api/v1/quiz/submit", { method: "POST", body });
    },
  });
