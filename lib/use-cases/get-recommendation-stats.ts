import type { RecommendationStatsReply } from "@/lib/contracts/interactions";
import { findCareerFigures, getRecommendationFigures, type InteractionFigures } from "@/lib/db/interaction-stats";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { openRecommendation } from "./open-recommendation";

/** Figures over fewer people would tell what each of them did. */
const PEOPLE_MIN = 5;

/**
 * What came of one recommendation, and of its career among everybody.
 * @throws AppError NOT_FOUND on an unknown recommendation and on somebody else's alike
 */
export async function getRecommendationStats(
  deps: Pick<Deps, "db">,
  actor: Actor,
  recommendationId: string,
): Promise<RecommendationStatsReply> {
  const impression = await openRecommendation(deps, actor, recommendationId);
  const [own, career] = await Promise.all([
    getRecommendationFigures(deps.db, impression),
    findCareerFigures(deps.db, impression.careerCode, PEOPLE_MIN),
  ]);
  return {
    recommendationId: impression.id,
    ...toFigures(own, 1),
    career:
      career === null
        ? null
        : {
            code: impression.careerCode,
            impressions: career.impressions,
            ...toFigures(career, career.impressions),
          },
  };
}

function toFigures(figures: InteractionFigures, impressions: number) {
  const { views, clicks, implementations, saves, shares, ratings, dismissals } = figures;
  const total = views + clicks + implementations + saves + shares + ratings + dismissals;
  const divide = (sum: number, count: number) => (count === 0 ? null : sum / count);
  return {
    total_interactions: total,
    views,
    clicks,
    implementations,
    saves,
    shares,
    ratings,
    dismissals,
    click_through_rate: divide(figures.clickedCount, impressions) ?? 0,
    implementation_rate: divide(figures.implementedCount, impressions) ?? 0,
    average_label: divide(figures.labels, total),
    average_rating: divide(figures.stars, ratings),
    total_view_seconds: figures.viewSeconds,
  };
}
