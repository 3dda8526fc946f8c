import { API } from "@/lib/contracts/api";
import { getSystem } from "@/lib/use-cases/admin/get-system";
import { route } from "@/lib/web/route";

export const GET = route(API.getSystem, async ({ deps, actor }) => ({ reply: await getSystem(deps, actor) }));
