import type { Company, EmployerJob, JobRequest } from "@/lib/contracts/employer";
import { findCompanyOf, lockOwner } from "@/lib/db/companies";
import { insertJob } from "@/lib/db/jobs";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { type PreparedJob, prepareJobs } from "../jobs/prepare-jobs";
import { requireAccount } from "../permissions";
import { getOwnJob, toEmployerJob } from "./to-employer-job";

type PostDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "newId" | "snapshot">;

/**
 * Posts a job of one's company; it can be found at once, since its embedding is stored with it.
 * @throws AppError CONFLICT before there is a company, INVALID_INPUT on an end that has passed, NOT_READY while the catalogue is empty
 */
export async function postJob(deps: PostDeps, actor: Actor, input: JobRequest): Promise<EmployerJob> {
  const ownerId = requireAccount(actor);
  const now = new Date(deps.nowMs());
  refusePastEnd(input.expiresAt, now);
  const company = await findCompanyOf(deps.db, ownerId);
  if (company === null) throw noCompany();
  const prepared = await prepareJob(deps, company, input);
  const id = deps.newId();
  await deps.db.$transaction(async (tx) => {
    // An account that is being deleted closes its jobs: this one comes before, or not at all.
    if (!(await lockOwner(tx, ownerId))) throw noCompany();
    await insertJob(tx, {
      ...{ ...toStored(prepared), id, companyId: company.id, source: "employer", sourceId: null, sourceUrl: "" },
      ...{ postedAt: now, expiresAt: toEnd(input.expiresAt), closedAt: null, isActive: true, contentHash: "" },
    });
  });
  return toEmployerJob(await getOwnJob(deps, ownerId, id));
}

export const toEnd = (expiresAt: string | null): Date | null => (expiresAt === null ? null : new Date(expiresAt));

/** @throws AppError INVALID_INPUT */
export function refusePastEnd(expiresAt: string | null, now: Date): void {
  const end = toEnd(expiresAt);
  if (end === null || end > now) return;
  const message = `must be in the future, or empty for no end: ${expiresAt} has passed`;
  throw new AppError("INVALID_INPUT", {
    publicMessage: `expiresAt: ${message}`,
    fields: [{ field: "expiresAt", message }],
  });
}

/** What a form becomes with its occupation and embedding. */
export async function prepareJob(
  deps: PostDeps,
  company: Pick<Company, "name">,
  { remote, expiresAt: _, ...fields }: JobRequest,
): Promise<PreparedJob> {
  const [prepared] = await prepareJobs(deps, [{ ...fields, company: company.name, isRemote: remote }]);
  if (prepared === undefined) throw new Error("a job was not prepared");
  return prepared;
}

/** The company's name is the company's, not the job's. */
export function toStored({ company: _, ...job }: PreparedJob): Omit<PreparedJob, "company"> {
  return job;
}

function noCompany(): AppError {
  return new AppError("CONFLICT", { publicMessage: "There is no company page of yours yet: make it first." });
}
