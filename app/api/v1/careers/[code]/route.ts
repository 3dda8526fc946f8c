import { API } from "@/lib/contracts/api";
import { getCareer } from "@/lib/use-cases/get-career";
import { route } from "@/lib/web/route";

export const GET = route(API.getCareer, async ({ deps, params }) => ({ reply: await getCareer(deps, params.code) }));
