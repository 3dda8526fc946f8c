import { API } from "@/lib/contracts/api";
import { changeCareer } from "@/lib/use-cases/admin/change-career";
import { getAdminCareer } from "@/lib/use-cases/admin/get-admin-career";
import { route } from "@/lib/web/route";

export const GET = route(API.getAdminCareer, async ({ deps, actor, params }) => ({
  reply: await getAdminCareer(deps, actor, params.code),
}));

export const PATCH = route(API.changeCareer, async ({ deps, actor, params, body }) => ({
  reply: await changeCareer(deps, actor, params.code, body),
}));
