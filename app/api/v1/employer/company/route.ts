import { API } from "@/lib/contracts/api";
import { getCompany } from "@/lib/use-cases/employer/get-company";
import { putCompany } from "@/lib/use-cases/employer/put-company";
import { route } from "@/lib/web/route";

export const GET = route(API.getCompany, async ({ deps, actor }) => ({ reply: await getCompany(deps, actor) }));

export const PUT = route(API.putCompany, async ({ deps, actor, body }) => ({
  reply: await putCompany(deps, actor, body),
}));
