import { API } from "@/lib/contracts/api";
import { DONE } from "@/lib/contracts/operation";
import { revokeTokens } from "@/lib/use-cases/refresh-tokens";
import { route } from "@/lib/web/route";

export const POST = route(API.logout, async ({ deps, body }) => {
  await revokeTokens(deps, body.refreshToken);
  return { reply: DONE };
});
