import { API } from "@/lib/contracts/api";
import { checkJob } from "@/lib/use-cases/employer/check-job";
import { route } from "@/lib/web/route";

export const POST = route(API.checkJob, async ({ deps, actor, body }) => ({
  reply: await checkJob(deps, actor, body),
}));
