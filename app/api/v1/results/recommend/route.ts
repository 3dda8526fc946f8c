import { API } from "@/lib/contracts/api";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { route } from "@/lib/web/route";

export const POST = route(API.recommend, ({ deps, actor, body }) => recommendCareers(deps, actor, body));
