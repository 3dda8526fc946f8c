import { API } from "@/lib/contracts/api";
import { listApplicants } from "@/lib/use-cases/employer/list-applicants";
import { route } from "@/lib/web/route";

export const GET = route(API.listApplicants, async ({ deps, actor, params }) => ({
  reply: await listApplicants(deps, actor, params.jobId),
}));
