import { API } from "@/lib/contracts/api";
import { exportCareers } from "@/lib/use-cases/admin/export-csv";
import { toByteStream } from "@/lib/web/byte-stream";
import { route } from "@/lib/web/route";

export const GET = route(API.exportCareers, async ({ deps, actor, query }) => {
  const { name, pieces } = await exportCareers(deps, actor, query);
  return { file: { name, body: toByteStream(pieces) } };
});
