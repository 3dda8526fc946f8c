import { API } from "@/lib/contracts/api";
import { changeEmail } from "@/lib/use-cases/change-credentials";
import { getMe } from "@/lib/use-cases/get-me";
import { renewSession } from "@/lib/web/renew-session";
import { route } from "@/lib/web/route";

export const POST = route(API.changeEmail, async ({ deps, actor, body, isSecure }) => {
  const { tokens, cookies } = await renewSession(deps, actor, await changeEmail(deps, actor, body), isSecure);
  return { reply: { ...(await getMe(deps, actor)), ...tokens }, cookies };
});
