import { API } from "@/lib/contracts/api";
import { interactBatch } from "@/lib/use-cases/interact";
import { route } from "@/lib/web/route";

export const POST = route(API.interactBatch, async ({ deps, actor, body }) => ({
  reply: await interactBatch(deps, actor, body),
}));
