import { API } from "@/lib/contracts/api";
import { listClusters } from "@/lib/use-cases/list-clusters";
import { route } from "@/lib/web/route";

export const GET = route(API.listClusters, async ({ deps }) => ({ reply: await listClusters(deps) }));
