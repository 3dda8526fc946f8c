import { API } from "@/lib/contracts/api";
import { getHistory } from "@/lib/use-cases/get-history";
import { route } from "@/lib/web/route";

export const GET = route(API.getHistory, async ({ deps, actor, query }) => ({
  reply: await getHistory(deps, actor, query),
}));
