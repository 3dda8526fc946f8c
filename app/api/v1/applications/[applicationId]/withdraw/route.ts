import { API } from "@/lib/contracts/api";
import { withdrawApplication } from "@/lib/use-cases/applications/withdraw-application";
import { route } from "@/lib/web/route";

export const POST = route(API.withdrawApplication, async ({ deps, actor, params }) => ({
  reply: await withdrawApplication(deps, actor, params.applicationId),
}));
