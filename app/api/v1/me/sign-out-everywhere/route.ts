import { API } from "@/lib/contracts/api";
import { DONE } from "@/lib/contracts/operation";
import { signOutEverywhere } from "@/lib/use-cases/change-credentials";
import { route } from "@/lib/web/route";
import { toNoSessionCookie } from "@/lib/web/session-cookie";

export const POST = route(API.signOutEverywhere, async ({ deps, actor, isSecure }) => {
  await signOutEverywhere(deps, actor);
  return { reply: DONE, cookies: [toNoSessionCookie(isSecure)] };
});
