import type { JobSummary } from "@/lib/contracts/jobs";
import type { JobRow } from "@/lib/db/job-rows";

/** A job as lists show it. What is typical of its occupation is said only where the posting itself is silent. */
export function toJobSummary(row: JobRow): JobSummary {
  const namesPay = row.salaryMin !== null || row.salaryMax !== null;
  return {
    id: row.id,
    title: row.title,
    company: row.company,
    companyId: row.companyId,
    location: row.location,
    remote: row.isRemote,
    seniority: row.seniority,
    tags: row.tags,
    salaryMin: row.salaryMin,
    salaryMax: row.salaryMax,
    typical: {
      salaryMin: namesPay ? null : row.typicalSalaryMin,
      salaryMax: namesPay ? null : row.typicalSalaryMax,
      skills: row.tags.length > 0 ? [] : row.typicalSkills,
      seniority: row.seniority === null ? row.typicalSeniority : null,
    },
    career: toCareer(row),
    cluster: row.cluster,
    postedAt: row.postedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    isActive: row.isOpen,
    isDemo: row.source === "demo",
  };
}

function toCareer({ careerCode, careerTitle, careerConfidence }: JobRow): JobSummary["career"] {
  if (careerCode === null || careerTitle === null) return null;
  return { code: careerCode, title: careerTitle, confidence: Math.min(1, Math.max(0, careerConfidence ?? 0)) };
}
