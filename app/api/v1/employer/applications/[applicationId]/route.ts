import { API } from "@/lib/contracts/api";
import { getApplicant } from "@/lib/use-cases/employer/get-applicant";
import { route } from "@/lib/web/route";

export const GET = route(API.getApplicant, async ({ deps, actor, params }) => ({
  reply: await getApplicant(deps, actor, params.applicationId),
}));
