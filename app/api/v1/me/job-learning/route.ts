import { API } from "@/lib/contracts/api";
import { resetJobLearning } from "@/lib/use-cases/jobs/job-preferences";
import { route } from "@/lib/web/route";

export const DELETE = route(API.resetJobLearning, async ({ deps, actor }) => ({
  reply: await resetJobLearning(deps, actor),
}));
