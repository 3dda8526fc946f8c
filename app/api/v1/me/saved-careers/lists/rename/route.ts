import { API } from "@/lib/contracts/api";
import { renameSavedList } from "@/lib/use-cases/rename-saved-list";
import { route } from "@/lib/web/route";

export const POST = route(API.renameSavedList, async ({ deps, actor, body }) => ({
  reply: await renameSavedList(deps, actor, body),
}));
