import { API } from "@/lib/contracts/api";
import { getJob } from "@/lib/use-cases/jobs/get-job";
import { route } from "@/lib/web/route";

export const GET = route(API.getJob, async ({ deps, actor, params }) => ({ reply: await getJob(deps, actor, params) }));
