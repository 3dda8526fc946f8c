import { API } from "@/lib/contracts/api";
import { issueTokens } from "@/lib/use-cases/refresh-tokens";
import { signIn } from "@/lib/use-cases/sign-in";
import { toForgottenGuest } from "@/lib/web/guest-cookie";
import { route } from "@/lib/web/route";

export const POST = route(API.login, async ({ deps, actor, body }) => ({
  reply: await issueTokens(deps, await signIn(deps, actor, body)),
  cookies: toForgottenGuest(actor),
}));
