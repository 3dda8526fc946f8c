import { API } from "@/lib/contracts/api";
import { getQuizQuestions } from "@/lib/use-cases/get-quiz-questions";
import { route } from "@/lib/web/route";

export const GET = route(API.getQuizQuestions, async () => ({ reply: getQuizQuestions() }));
