import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";

export type BoardEntry = {
  applicant: Applicant;
  /** Among all who applied and did not withdraw; null for who did. */
  rank: number | null;
};
export type BoardColumn = { status: ApplicationStatus; entries: BoardEntry[] };

/**
 * The columns of the board, all of them, in the order of the way.
 * @param items  best first, withdrawn last: each column keeps that order
 */
export function toColumns(items: readonly Applicant[], statuses: readonly ApplicationStatus[]): BoardColumn[] {
  const ranked = items.filter(({ withdrawnAt }) => withdrawnAt === null);
  const ranks = new Map(ranked.map(({ applicationId }, at) => [applicationId, at + 1]));
  return statuses.map((status) => ({
    status,
    entries: items
      .filter((applicant) => applicant.status === status)
      .map((applicant) => ({ applicant, rank: ranks.get(applicant.applicationId) ?? null })),
  }));
}
