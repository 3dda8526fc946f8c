import { API } from "@/lib/contracts/api";
import { listShares } from "@/lib/use-cases/list-shares";
import { route } from "@/lib/web/route";

export const GET = route(API.listShares, async ({ deps, actor }) => ({ reply: await listShares(deps, actor) }));
