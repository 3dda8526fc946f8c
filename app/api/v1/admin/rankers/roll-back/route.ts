import { API } from "@/lib/contracts/api";
import { rollBackRanker } from "@/lib/use-cases/ranking/manage-rankers";
import { route } from "@/lib/web/route";

export const POST = route(API.rollBackRanker, async ({ deps, actor, body }) => ({
  reply: await rollBackRanker(deps, actor, body.surface),
}));
