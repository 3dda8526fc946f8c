import { API } from "@/lib/contracts/api";
import { listSkills } from "@/lib/use-cases/list-skills";
import { route } from "@/lib/web/route";

export const GET = route(API.listSkills, async ({ deps, query }) => ({ reply: await listSkills(deps, query) }));
