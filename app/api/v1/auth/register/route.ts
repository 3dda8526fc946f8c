import { API } from "@/lib/contracts/api";
import { issueTokens } from "@/lib/use-cases/refresh-tokens";
import { registerAccount } from "@/lib/use-cases/register-account";
import { toForgottenGuest } from "@/lib/web/guest-cookie";
import { route } from "@/lib/web/route";

export const POST = route(API.register, async ({ deps, actor, body }) => ({
  reply: await issueTokens(deps, await registerAccount(deps, actor, body)),
  cookies: toForgottenGuest(actor),
}));
