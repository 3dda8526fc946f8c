import type { JobPreferences, JobSummary } from "@/lib/contracts/jobs";

/**
 * Whether somebody's preferences leave a job out. The server does the same; this spares them the cards on hand.
 * @param clusterNames  by id: preferences name clusters by id, jobs by name
 */
export function isRuledOut(
  job: JobSummary,
  preferences: JobPreferences,
  clusterNames: ReadonlyMap<string, string>,
): boolean {
  const { remoteOnly, salaryMin, hiddenCompanies, hiddenClusters, hiddenLocations, hiddenSeniorities } = preferences;
  const { typical } = job;
  const seniority = job.seniority ?? typical.seniority;
  const top = job.salaryMax ?? job.salaryMin ?? typical.salaryMax ?? typical.salaryMin;
  const place = job.location.toLowerCase();
  return (
    (remoteOnly && !job.remote) ||
    (salaryMin !== null && top !== null && top < salaryMin) ||
    hiddenCompanies.some(({ id }) => id === job.companyId) ||
    hiddenClusters.some((id) => job.cluster !== null && clusterNames.get(id) === job.cluster) ||
    hiddenLocations.some((hidden) => place.includes(hidden.toLowerCase())) ||
    (seniority !== null && hiddenSeniorities.includes(seniority))
  );
}
