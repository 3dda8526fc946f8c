import { API } from "@/lib/contracts/api";
import { moveApplication } from "@/lib/use-cases/employer/move-application";
import { route } from "@/lib/web/route";

export const POST = route(API.moveApplication, async ({ deps, actor, params, body }) => ({
  reply: await moveApplication(deps, actor, params.applicationId, body),
}));
