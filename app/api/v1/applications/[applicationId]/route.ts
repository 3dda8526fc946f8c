import { API } from "@/lib/contracts/api";
import { getApplication } from "@/lib/use-cases/applications/get-application";
import { updateApplication } from "@/lib/use-cases/applications/update-application";
import { route } from "@/lib/web/route";

export const GET = route(API.getApplication, async ({ deps, actor, params }) => ({
  reply: await getApplication(deps, actor, params.applicationId),
}));

export const PATCH = route(API.updateApplication, async ({ deps, actor, params, body }) => ({
  reply: await updateApplication(deps, actor, params.applicationId, body),
}));
