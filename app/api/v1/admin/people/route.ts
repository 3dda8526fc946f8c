import { API } from "@/lib/contracts/api";
import { listPeople } from "@/lib/use-cases/admin/list-people";
import { route } from "@/lib/web/route";

export const GET = route(API.listPeople, async ({ deps, actor, query }) => ({
  reply: await listPeople(deps, actor, query),
}));
