import { API } from "@/lib/contracts/api";
import { reactToCareer, unreactToCareer } from "@/lib/use-cases/react-to-career";
import { route } from "@/lib/web/route";

export const PUT = route(API.react, async ({ deps, actor, params, body }) => ({
  reply: await reactToCareer(deps, actor, { ...body, ...params }),
}));

export const DELETE = route(API.unreact, async ({ deps, actor, params, query }) => ({
  reply: await unreactToCareer(deps, actor, { ...query, ...params }),
}));
