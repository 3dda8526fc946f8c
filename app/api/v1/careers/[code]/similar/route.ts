import { API } from "@/lib/contracts/api";
import { listSimilarCareers } from "@/lib/use-cases/list-similar-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.listSimilarCareers, async ({ deps, params, query }) => ({
  reply: await listSimilarCareers(deps, { ...params, ...query }),
}));
