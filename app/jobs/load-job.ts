import { cache } from "react";
import { type JobDetailReply, JobIdParamsSchema } from "@/lib/contracts/jobs";
import { AppError } from "@/lib/errors";
import { getDeps } from "@/lib/use-cases/deps";
import { getJob } from "@/lib/use-cases/jobs/get-job";
import { readPageActor } from "@/lib/web/page-actor";

/** Everything about a job, once a request however many parts of the page ask; null when there is none with this id. */
export const loadJob = cache(async (jobId: string): Promise<JobDetailReply | null> => {
  const params = JobIdParamsSchema.safeParse({ jobId });
  if (!params.success) return null;
  try {
    return await getJob(await getDeps(), await readPageActor(), params.data);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
});
