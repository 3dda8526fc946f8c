import { API } from "@/lib/contracts/api";
import { listSavedCareers } from "@/lib/use-cases/list-saved-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.listSavedCareers, async ({ deps, actor, query }) => ({
  reply: await listSavedCareers(deps, actor, query),
}));
