import { API } from "@/lib/contracts/api";
import { sendApplicationMessage } from "@/lib/use-cases/applications/send-application-message";
import { route } from "@/lib/web/route";

export const POST = route(API.sendApplicationMessage, async ({ deps, actor, params, body }) => ({
  reply: await sendApplicationMessage(deps, actor, params.applicationId, body.message),
}));
