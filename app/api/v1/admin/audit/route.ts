import { API } from "@/lib/contracts/api";
import { listAudit } from "@/lib/use-cases/admin/list-audit";
import { route } from "@/lib/web/route";

export const GET = route(API.listAudit, async ({ deps, actor, query }) => ({
  reply: await listAudit(deps, actor, query),
}));
