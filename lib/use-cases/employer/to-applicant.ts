import { NEXT_STATUSES } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";
import type { ApplicantRow } from "@/lib/db/applicants";
import type { JobRow } from "@/lib/db/job-rows";
import { explainApplicant } from "./explain-applicant";

/** An applicant as the employer sees them. */
export function toApplicant(row: ApplicantRow, job: JobRow): Applicant {
  const { headline, skills, seniority, status, withdrawnAt } = row;
  return {
    ...{ applicationId: row.id, jobId: job.id, jobTitle: job.title, email: row.email, headline, skills, seniority },
    locations: row.preferredLocations,
    status,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    score: row.scoreAtApply,
    parts: row.partsAtApply,
    reasons: explainApplicant(row, job),
    nextStatuses: withdrawnAt === null ? [...NEXT_STATUSES[status]] : [],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
