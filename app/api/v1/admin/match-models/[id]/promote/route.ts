import { API } from "@/lib/contracts/api";
import { promoteMatchModel } from "@/lib/use-cases/match/manage-match";
import { route } from "@/lib/web/route";

export const POST = route(API.promoteMatchModel, async ({ deps, actor, params }) => ({
  reply: await promoteMatchModel(deps, actor, params.id),
}));
