import { redirect } from "next/navigation";
import { cache } from "react";
import { type ApplicationDetailReply, ApplicationIdParamsSchema } from "@/lib/contracts/applications";
import { AppError } from "@/lib/errors";
import { getApplication } from "@/lib/use-cases/applications/get-application";
import { getDeps } from "@/lib/use-cases/deps";
import { withNext } from "@/lib/web/client/next-path";
import { readPageActor } from "@/lib/web/page-actor";

/** One application of one's own, once a request however many parts of the page ask; null when there is no such one. */
export const loadApplication = cache(async (applicationId: string): Promise<ApplicationDetailReply | null> => {
  if (!ApplicationIdParamsSchema.safeParse({ applicationId }).success) return null;
  const actor = await readPageActor();
  if (actor.userId === null) redirect(withNext("/sign-in", `/applications/${applicationId}`));
  try {
    return await getApplication(await getDeps(), actor, applicationId);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
});
