import { API } from "@/lib/contracts/api";
import { getEmployerJob } from "@/lib/use-cases/employer/get-employer-job";
import { updateJob } from "@/lib/use-cases/employer/update-job";
import { route } from "@/lib/web/route";

export const GET = route(API.getEmployerJob, async ({ deps, actor, params }) => ({
  reply: await getEmployerJob(deps, actor, params.jobId),
}));

export const PATCH = route(API.updateJob, async ({ deps, actor, params, body }) => ({
  reply: await updateJob(deps, actor, params.jobId, body),
}));
