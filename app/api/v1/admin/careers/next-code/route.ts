import { API } from "@/lib/contracts/api";
import { suggestCareerCode } from "@/lib/use-cases/admin/add-career";
import { route } from "@/lib/web/route";

export const GET = route(API.suggestCareerCode, async ({ deps, actor }) => ({
  reply: await suggestCareerCode(deps, actor),
}));
