import { API } from "@/lib/contracts/api";
import { shareResults } from "@/lib/use-cases/share-results";
import { route } from "@/lib/web/route";

export const POST = route(API.shareResults, async ({ deps, actor, params, body }) => ({
  reply: await shareResults(deps, actor, { ...body, sessionId: params.sessionId }),
}));
