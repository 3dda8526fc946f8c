import { API } from "@/lib/contracts/api";
import { getJobAnalytics } from "@/lib/use-cases/admin/get-job-analytics";
import { route } from "@/lib/web/route";

export const GET = route(API.getJobAnalytics, async ({ deps, actor, query }) => ({
  reply: await getJobAnalytics(deps, actor, query),
}));
