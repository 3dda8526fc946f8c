import { API } from "@/lib/contracts/api";
import { exportInteractions } from "@/lib/use-cases/admin/export-csv";
import { toByteStream } from "@/lib/web/byte-stream";
import { route } from "@/lib/web/route";

export const GET = route(API.exportInteractions, async ({ deps, actor, query }) => {
  const { name, pieces } = await exportInteractions(deps, actor, query);
  return { file: { name, body: toByteStream(pieces) } };
});
