import { API } from "@/lib/contracts/api";
import { deleteSavedCareer } from "@/lib/use-cases/delete-saved-career";
import { putSavedCareer } from "@/lib/use-cases/put-saved-career";
import { route } from "@/lib/web/route";

export const PUT = route(API.putSavedCareer, async ({ deps, actor, params, body }) =>
  putSavedCareer(deps, actor, { ...body, careerCode: params.careerCode }),
);

export const DELETE = route(API.deleteSavedCareer, async ({ deps, actor, params }) => ({
  reply: await deleteSavedCareer(deps, actor, params.careerCode),
}));
