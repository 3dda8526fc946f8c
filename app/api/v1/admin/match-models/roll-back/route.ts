import { API } from "@/lib/contracts/api";
import { rollBackMatchModel } from "@/lib/use-cases/match/manage-match";
import { route } from "@/lib/web/route";

export const POST = route(API.rollBackMatchModel, async ({ deps, actor }) => ({
  reply: await rollBackMatchModel(deps, actor),
}));
