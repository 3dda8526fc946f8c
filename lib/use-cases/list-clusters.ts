import type { ClusterListReply } from "@/lib/contracts/careers";
import * as careers from "@/lib/db/careers";
import type { Deps } from "./deps";

export async function listClusters(deps: Pick<Deps, "db">): Promise<ClusterListReply> {
  return { clusters: await careers.listClusters(deps.db) };
}
