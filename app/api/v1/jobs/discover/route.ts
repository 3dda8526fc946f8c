import { API } from "@/lib/contracts/api";
import { discoverJobs } from "@/lib/use-cases/jobs/discover-jobs";
import { route } from "@/lib/web/route";

export const GET = route(API.discoverJobs, ({ deps, actor, query }) => discoverJobs(deps, actor, query));
