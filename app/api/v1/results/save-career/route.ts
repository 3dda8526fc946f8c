import { API } from "@/lib/contracts/api";
import { saveCareer } from "@/lib/use-cases/save-career";
import { route } from "@/lib/web/route";

export const POST = route(API.saveCareer, async ({ deps, body }) => ({ reply: await saveCareer(deps, body) }));
