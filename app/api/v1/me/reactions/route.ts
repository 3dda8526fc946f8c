import { API } from "@/lib/contracts/api";
import { listReactions } from "@/lib/use-cases/list-reactions";
import { route } from "@/lib/web/route";

export const GET = route(API.listReactions, async ({ deps, actor }) => ({ reply: await listReactions(deps, actor) }));
