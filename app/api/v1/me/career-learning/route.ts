import { API } from "@/lib/contracts/api";
import { DONE } from "@/lib/contracts/operation";
import { resetCareerLearning } from "@/lib/use-cases/own-choices";
import { route } from "@/lib/web/route";

export const DELETE = route(API.resetCareerLearning, async ({ deps, actor }) => {
  await resetCareerLearning(deps, actor);
  return { reply: DONE };
});
