import { API } from "@/lib/contracts/api";
import { cancelTraining } from "@/lib/use-cases/ranking/manage-rankers";
import { route } from "@/lib/web/route";

export const POST = route(API.cancelRanker, async ({ deps, actor, params }) => ({
  reply: await cancelTraining(deps, actor, params.id),
}));
