import { API } from "@/lib/contracts/api";
import { getResultsPdf } from "@/lib/use-cases/get-results-pdf";
import { route } from "@/lib/web/route";

export const GET = route(API.getResultsPdf, async ({ deps, actor, params, query }) => ({
  reply: undefined,
  file: await getResultsPdf(deps, actor, { sessionId: params.sessionId, paper: query.paper }),
}));
