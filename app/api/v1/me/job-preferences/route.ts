import { API } from "@/lib/contracts/api";
import { getJobPreferences, updateJobPreferences } from "@/lib/use-cases/jobs/job-preferences";
import { route } from "@/lib/web/route";

export const GET = route(API.getJobPreferences, async ({ deps, actor }) => ({
  reply: await getJobPreferences(deps, actor),
}));

export const PATCH = route(API.updateJobPreferences, async ({ deps, actor, body }) => ({
  reply: await updateJobPreferences(deps, actor, body),
}));
