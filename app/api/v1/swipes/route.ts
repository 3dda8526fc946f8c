import { API } from "@/lib/contracts/api";
import { listSwipes } from "@/lib/use-cases/jobs/list-swipes";
import { swipeJob } from "@/lib/use-cases/jobs/swipe-job";
import { route } from "@/lib/web/route";

export const GET = route(API.listSwipes, async ({ deps, actor, query }) => ({
  reply: await listSwipes(deps, actor, query),
}));

export const POST = route(API.swipeJob, ({ deps, actor, body }) => swipeJob(deps, actor, body));
