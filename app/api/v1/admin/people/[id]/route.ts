import { API } from "@/lib/contracts/api";
import { changePerson } from "@/lib/use-cases/admin/change-person";
import { route } from "@/lib/web/route";

export const PATCH = route(API.changePerson, async ({ deps, actor, params, body }) => ({
  reply: await changePerson(deps, actor, params.id, body),
}));
