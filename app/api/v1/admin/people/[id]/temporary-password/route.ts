import { API } from "@/lib/contracts/api";
import { setTemporaryPassword } from "@/lib/use-cases/admin/set-temporary-password";
import { route } from "@/lib/web/route";

export const POST = route(API.setTemporaryPassword, async ({ deps, actor, params }) => ({
  reply: await setTemporaryPassword(deps, actor, params.id),
}));
