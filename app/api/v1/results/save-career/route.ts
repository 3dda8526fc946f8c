import { API } from "@/lib/contracts/api";
import { saveCareer } from "@/lib/use-cases/save-career";
import { route } from "@/lib/web/route";

export const POST = route(API.saveCareer, async ({ deps, actor, body }) => ({
  reply: await saveCareer(deps, actor, body),
}));
