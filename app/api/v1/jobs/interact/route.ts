import { API } from "@/lib/contracts/api";
import { interactJobs } from "@/lib/use-cases/jobs/interact-jobs";
import { route } from "@/lib/web/route";

export const POST = route(API.interactJobs, async ({ deps, actor, body }) => ({
  reply: await interactJobs(deps, actor, body),
}));
