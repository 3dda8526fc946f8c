import { API } from "@/lib/contracts/api";
import { listApplications } from "@/lib/use-cases/applications/list-applications";
import { route } from "@/lib/web/route";

export const GET = route(API.listApplications, async ({ deps, actor, query }) => ({
  reply: await listApplications(deps, actor, query),
}));
