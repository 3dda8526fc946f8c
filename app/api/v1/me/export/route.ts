import { API } from "@/lib/contracts/api";
import { exportData } from "@/lib/use-cases/export-data";
import { toByteStream } from "@/lib/web/byte-stream";
import { route } from "@/lib/web/route";

export const GET = route(API.exportMe, async ({ deps, actor }) => {
  const { name, pieces } = await exportData(deps, actor);
  return { file: { name, body: toByteStream(pieces) } };
});
