import { API } from "@/lib/contracts/api";
import { listCareers } from "@/lib/use-cases/list-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.listCareers, async ({ deps, actor, query }) => ({
  reply: await listCareers(deps, actor, query),
}));
