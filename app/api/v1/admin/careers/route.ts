import { API } from "@/lib/contracts/api";
import { addCareer } from "@/lib/use-cases/admin/add-career";
import { listAdminCareers } from "@/lib/use-cases/admin/list-admin-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.listAdminCareers, async ({ deps, actor, query }) => ({
  reply: await listAdminCareers(deps, actor, query),
}));

export const POST = route(API.addCareer, async ({ deps, actor, body }) => ({
  reply: await addCareer(deps, actor, body),
}));
