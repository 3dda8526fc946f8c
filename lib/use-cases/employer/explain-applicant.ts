import type { Applicant } from "@/lib/contracts/employer";
import { type Seniority, SenioritySchema } from "@/lib/contracts/jobs";
import type { ApplicantRow } from "@/lib/db/applicants";
import type { JobRow } from "@/lib/db/job-rows";
import { explainJob, type JobReason } from "@/lib/engine/explain/job-reasons";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import { JOB_PART_MAX, type JobFacts, type SeekerFacts } from "@/lib/engine/scoring/job-score";
import texts from "@/lib/messages/en/applicants.json";
import { fillText } from "../fill-text";

const HOUR_MS = 3_600_000;
const NAMES_MAX = 6;

/**
 * What speaks for and against an applicant, from the parts that their feed was ranked by and from what they show employers: skills and
 * levels that were inferred for their own feed are named to nobody else.
 */
export function explainApplicant(row: ApplicantRow, job: JobRow): Applicant["reasons"] {
  const { partsAtApply: parts } = row;
  // The likeness is the one of their feed, which the parts keep; where there was none there are no points either.
  const cosine = parts.embedding === 0 ? null : Math.min(1, parts.embedding / JOB_PART_MAX.embedding);
  const reasons = explainJob(toJobFacts(row, job), toSeekerFacts(row), cosine, parts);
  const word = (reason: JobReason): string => wordReason(reason, row, job);
  return { for: reasons.for.map(word), against: reasons.against.map(word) };
}

const listSkills = (job: JobRow): readonly string[] => (job.tags.length > 0 ? job.tags : job.typicalSkills);
const toSeniority = (job: JobRow): Seniority | null => job.seniority ?? job.typicalSeniority;
const toLevel = (seniority: Seniority | null): number | null =>
  seniority === null ? null : SenioritySchema.options.indexOf(seniority);

function toJobFacts({ createdAt }: ApplicantRow, job: JobRow): JobFacts {
  return {
    skills: listSkills(job)
      .map(toSkillKey)
      .filter((key) => key !== ""),
    seniority: toLevel(toSeniority(job)),
    ageHours: (createdAt.getTime() - job.postedAt.getTime()) / HOUR_MS,
    isRemote: job.isRemote,
    location: job.location,
  };
}

function toSeekerFacts({ skills, seniority, preferredLocations }: ApplicantRow): SeekerFacts {
  return { skills: new Set(skills.map(toSkillKey)), seniority: toLevel(seniority), locations: preferredLocations };
}

function wordReason(reason: JobReason, row: ApplicantRow, job: JobRow): string {
  switch (reason.kind) {
    case "skills_met":
    case "skills_missing": {
      const spellings = new Map(listSkills(job).map((skill) => [toSkillKey(skill), skill]));
      const names = nameSome(reason.names.map((key) => spellings.get(key) ?? key));
      const text = job.tags.length > 0 ? texts[reason.kind] : texts[`typical_${reason.kind}`];
      return fillText(text, { count: reason.names.length, of: reason.of, names });
    }
    case "seniority_exact":
    case "seniority_off":
      return fillText(texts[reason.kind], { theirs: nameLevel(row.seniority), job: nameLevel(toSeniority(job)) });
    case "place_other":
      return fillText(texts.place_other, { places: nameSome(row.preferredLocations) });
    default:
      return texts[reason.kind];
  }
}

const nameLevel = (seniority: Seniority | null): string => (seniority === null ? "" : texts.levels[seniority]);

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(", ");
  return names.length <= NAMES_MAX ? shown : fillText(texts.more, { names: shown, count: names.length - NAMES_MAX });
}
