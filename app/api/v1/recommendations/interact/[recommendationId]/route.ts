import { API } from "@/lib/contracts/api";
import { interact } from "@/lib/use-cases/interact";
import { route } from "@/lib/web/route";

export const POST = route(API.interact, async ({ deps, actor, params, body }) => ({
  reply: await interact(deps, actor, { ...body, ...params }),
}));
