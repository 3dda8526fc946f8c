import { API } from "@/lib/contracts/api";
import { submitQuiz } from "@/lib/use-cases/submit-quiz";
import { route } from "@/lib/web/route";

export const POST = route(API.submitQuiz, ({ deps, actor, body }) => submitQuiz(deps, actor, body));
