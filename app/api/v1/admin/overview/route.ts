import { API } from "@/lib/contracts/api";
import { getOverview } from "@/lib/use-cases/admin/get-overview";
import { route } from "@/lib/web/route";

export const GET = route(API.getOverview, async ({ deps, actor, query }) => ({
  reply: await getOverview(deps, actor, query),
}));
