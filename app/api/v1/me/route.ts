import { API } from "@/lib/contracts/api";
import { DONE } from "@/lib/contracts/operation";
import { deleteAccount } from "@/lib/use-cases/delete-account";
import { getMe } from "@/lib/use-cases/get-me";
import { updateMe } from "@/lib/use-cases/update-me";
import { toNoCookies } from "@/lib/web/cookies";
import { route } from "@/lib/web/route";

export const GET = route(API.getMe, async ({ deps, actor }) => ({ reply: await getMe(deps, actor) }));

export const PATCH = route(API.updateMe, async ({ deps, actor, body }) => ({
  reply: await updateMe(deps, actor, body),
}));

export const DELETE = route(API.deleteMe, async ({ deps, actor, body, isSecure }) => {
  await deleteAccount(deps, actor, body);
  return { reply: DONE, cookies: toNoCookies(isSecure) };
});
