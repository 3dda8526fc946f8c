import { API } from "@/lib/contracts/api";
import { messageApplicant } from "@/lib/use-cases/employer/message-applicant";
import { route } from "@/lib/web/route";

export const POST = route(API.messageApplicant, async ({ deps, actor, params, body }) => ({
  reply: await messageApplicant(deps, actor, params.applicationId, body.message),
}));
