import { API } from "@/lib/contracts/api";
import { getResults } from "@/lib/use-cases/get-results";
import { route } from "@/lib/web/route";

export const GET = route(API.getRecommendations, async ({ deps, actor, params }) => ({
  reply: await getResults(deps, actor, params.assessmentId),
}));
