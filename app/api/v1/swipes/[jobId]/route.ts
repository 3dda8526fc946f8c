import { API } from "@/lib/contracts/api";
import { undoSwipe } from "@/lib/use-cases/jobs/undo-swipe";
import { route } from "@/lib/web/route";

export const DELETE = route(API.undoSwipe, async ({ deps, actor, params }) => ({
  reply: await undoSwipe(deps, actor, params),
}));
