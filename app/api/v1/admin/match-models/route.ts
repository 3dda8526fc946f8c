import { API } from "@/lib/contracts/api";
import { listMatchModels, startMatchTraining } from "@/lib/use-cases/match/manage-match";
import { route } from "@/lib/web/route";

export const GET = route(API.listMatchModels, async ({ deps, actor }) => ({
  reply: await listMatchModels(deps, actor),
}));

export const POST = route(API.trainMatchModel, async ({ deps, actor, body }) => ({
  reply: await startMatchTraining(deps, actor, body),
}));
