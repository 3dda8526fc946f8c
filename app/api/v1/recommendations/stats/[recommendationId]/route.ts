import { API } from "@/lib/contracts/api";
import { getRecommendationStats } from "@/lib/use-cases/get-recommendation-stats";
import { route } from "@/lib/web/route";

export const GET = route(API.getRecommendationStats, async ({ deps, actor, params }) => ({
  reply: await getRecommendationStats(deps, actor, params.recommendationId),
}));
