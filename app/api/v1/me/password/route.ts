import { API } from "@/lib/contracts/api";
import { DONE } from "@/lib/contracts/operation";
import { changePassword } from "@/lib/use-cases/change-credentials";
import { renewSession } from "@/lib/web/renew-session";
import { route } from "@/lib/web/route";

export const POST = route(API.changePassword, async ({ deps, actor, body, isSecure }) => {
  const { tokens, cookies } = await renewSession(deps, actor, await changePassword(deps, actor, body), isSecure);
  return { reply: { ...DONE, ...tokens }, cookies };
});
