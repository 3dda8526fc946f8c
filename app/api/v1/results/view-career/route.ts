import { API } from "@/lib/contracts/api";
import { viewCareer } from "@/lib/use-cases/view-career";
import { route } from "@/lib/web/route";

export const POST = route(API.viewCareer, async ({ deps, actor, body }) => ({
  reply: await viewCareer(deps, actor, body),
}));
