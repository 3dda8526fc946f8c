import { API } from "@/lib/contracts/api";
import { listRankers, startTraining } from "@/lib/use-cases/ranking/manage-rankers";
import { route } from "@/lib/web/route";

export const GET = route(API.listRankers, async ({ deps, actor, query }) => ({
  reply: await listRankers(deps, actor, query.surface),
}));

export const POST = route(API.trainRanker, async ({ deps, actor, body }) => ({
  reply: await startTraining(deps, actor, body),
}));
