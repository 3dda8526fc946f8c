import { API } from "@/lib/contracts/api";
import { checkCareer } from "@/lib/use-cases/admin/check-career";
import { route } from "@/lib/web/route";

export const POST = route(API.checkCareer, async ({ deps, actor, body }) => ({
  reply: await checkCareer(deps, actor, body),
}));
