import { API } from "@/lib/contracts/api";
import { promoteRanker } from "@/lib/use-cases/ranking/manage-rankers";
import { route } from "@/lib/web/route";

export const POST = route(API.promoteRanker, async ({ deps, actor, params }) => ({
  reply: await promoteRanker(deps, actor, params.id),
}));
