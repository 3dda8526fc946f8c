import { API } from "@/lib/contracts/api";
import { revokeShare } from "@/lib/use-cases/revoke-share";
import { route } from "@/lib/web/route";

export const DELETE = route(API.revokeShare, async ({ deps, actor, params }) => ({
  reply: await revokeShare(deps, actor, params.shareId),
}));
