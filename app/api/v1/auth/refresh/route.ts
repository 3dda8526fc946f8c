import { API } from "@/lib/contracts/api";
import { refreshTokens } from "@/lib/use-cases/refresh-tokens";
import { route } from "@/lib/web/route";

export const POST = route(API.refresh, async ({ deps, body }) => ({
  reply: await refreshTokens(deps, body.refreshToken),
}));
