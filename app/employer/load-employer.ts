import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { ApplicantDetailReply, Company, EmployerJob } from "@/lib/contracts/employer";
import { JobIdParamsSchema } from "@/lib/contracts/jobs";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/use-cases/actor";
import { getDeps } from "@/lib/use-cases/deps";
import { getApplicant } from "@/lib/use-cases/employer/get-applicant";
import { getCompany } from "@/lib/use-cases/employer/get-company";
import { getEmployerJob } from "@/lib/use-cases/employer/get-employer-job";
import { requireAccountPage } from "../require-account-page";

/** Somebody else's is as good as none. */
async function orNotFound<Found>(load: Promise<Found>): Promise<Found> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

const isUuid = (id: string): boolean => JobIdParamsSchema.safeParse({ jobId: id }).success;

/** The company of who asks. Without one there is nothing to do but to make it. */
export async function loadCompany(path: string): Promise<{ actor: Actor; company: Company }> {
  const actor = await requireAccountPage(path);
  const { company } = await getCompany(await getDeps(), actor);
  if (company === null) redirect("/employer");
  return { actor, company };
}

/** A job of one's own, once a request, however many parts of the page ask. */
export const loadJob = cache(async (jobId: string, path: string): Promise<{ actor: Actor; job: EmployerJob }> => {
  const actor = await requireAccountPage(path);
  if (!isUuid(jobId)) notFound();
  return { actor, job: await orNotFound(getEmployerJob(await getDeps(), actor, jobId)) };
});

/** Somebody who applied to one's own job, once a request. */
export const loadApplicant = cache(async (applicationId: string): Promise<ApplicantDetailReply> => {
  const actor = await requireAccountPage(`/employer/applications/${applicationId}`);
  if (!isUuid(applicationId)) notFound();
  return orNotFound(getApplicant(await getDeps(), actor, applicationId));
});
