import { API } from "@/lib/contracts/api";
import { listEmployerJobs } from "@/lib/use-cases/employer/list-employer-jobs";
import { postJob } from "@/lib/use-cases/employer/post-job";
import { route } from "@/lib/web/route";

export const GET = route(API.listEmployerJobs, async ({ deps, actor }) => ({
  reply: await listEmployerJobs(deps, actor),
}));

export const POST = route(API.postJob, async ({ deps, actor, body }) => ({ reply: await postJob(deps, actor, body) }));
