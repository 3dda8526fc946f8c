import { API } from "@/lib/contracts/api";
import { listSimilarCareers } from "@/lib/use-cases/list-similar-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.listSimilarCareers, async ({ deps, actor, params, query }) => ({
  reply: await listSimilarCareers(deps, actor, { ...params, ...query }),
}));
