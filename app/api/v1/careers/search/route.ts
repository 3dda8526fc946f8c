import { API } from "@/lib/contracts/api";
import { searchCareers } from "@/lib/use-cases/search-careers";
import { route } from "@/lib/web/route";

export const GET = route(API.searchCareers, async ({ deps, query }) => ({ reply: await searchCareers(deps, query) }));
