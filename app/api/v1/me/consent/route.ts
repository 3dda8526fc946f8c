import { API } from "@/lib/contracts/api";
import { getConsent, setConsent } from "@/lib/use-cases/consent";
import { route } from "@/lib/web/route";

export const GET = route(API.getConsent, async ({ deps, actor }) => ({ reply: await getConsent(deps, actor) }));

export const PUT = route(API.setConsent, ({ deps, actor, body }) => setConsent(deps, actor, body.tracking));
