import { API } from "@/lib/contracts/api";
import { searchCareers } from "@/lib/use-cases/search-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.searchCareers, async ({ deps, actor, query }) => ({
  reply: await searchCareers(deps, actor, query),
}));
