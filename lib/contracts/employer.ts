import { z } from "zod";
import { ApplicationEventSchema, ApplicationStatusSchema, MessageText } from "./applications";
import { JobPartsSchema, JobReasonsSchema, JobSummarySchema, SenioritySchema } from "./jobs";
import { SKILL_LENGTH_MAX } from "./me";
import { StorableText } from "./operation";

export const JOB_TITLE_LENGTH_MAX = 150;
export const JOB_DESCRIPTION_LENGTH_MIN = 30;
export const JOB_DESCRIPTION_LENGTH_MAX = 20_000;
export const JOB_TAG_COUNT_MAX = 30;
export const SALARY_MAX = 10_000_000;

const Line = StorableText.overwrite((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim());
/** An address that a link may lead to; empty for none. */
const Website = Line.max(500).refine(
  (text) => text === "" || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text),
  "must be empty or a web address that begins with https://",
);

/** PUT employer/company */
export const CompanyRequestSchema = z.strictObject({
  name: Line.min(2).max(120),
  about: StorableText.trim().max(4000).default(""),
  website: Website.default(""),
  location: Line.max(120).default(""),
});
export type CompanyRequest = z.output<typeof CompanyRequestSchema>;
export const CompanySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  website: z.string(),
  location: z.string(),
});
export type Company = z.infer<typeof CompanySchema>;
/** GET employer/company; null before one is made */
export const CompanyReplySchema = z.object({ company: CompanySchema.nullable() });

const JobFields = {
  title: Line.min(3).max(JOB_TITLE_LENGTH_MAX),
  description: StorableText.trim().min(JOB_DESCRIPTION_LENGTH_MIN).max(JOB_DESCRIPTION_LENGTH_MAX),
  location: Line.max(120).default(""),
  remote: z.boolean().default(false),
  tags: z.array(Line.min(1).max(SKILL_LENGTH_MAX)).max(JOB_TAG_COUNT_MAX).default([]),
  seniority: SenioritySchema.nullable().default(null),
  salaryMin: z.number().min(0).max(SALARY_MAX).nullable().default(null),
  salaryMax: z.number().min(0).max(SALARY_MAX).nullable().default(null),
  /** Open until then; null for no end. */
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
};

function checkJob(
  job: {
    salaryMin?: number | null | undefined;
    salaryMax?: number | null | undefined;
    location?: string | undefined;
    remote?: boolean | undefined;
  },
  context: z.RefinementCtx,
): void {
  const { salaryMin, salaryMax } = job;
  if (salaryMin != null && salaryMax != null && salaryMin > salaryMax) {
    context.addIssue({ code: "custom", path: ["salaryMax"], message: `must be at least the lower end, ${salaryMin}` });
  }
  if (job.location === "" && job.remote === false) {
    context.addIssue({ code: "custom", path: ["location"], message: "name a place, or say that the job is remote" });
  }
}

/** POST employer/jobs */
export const JobRequestSchema = z.strictObject(JobFields).superRefine(checkJob);
/** PATCH employer/jobs/{jobId}: the whole form, or isActive alone to close and reopen. */
export const UpdateJobRequestSchema = z.union([
  z.strictObject({ isActive: z.boolean() }),
  z.strictObject(JobFields).superRefine(checkJob),
]);
export type JobRequest = z.output<typeof JobRequestSchema>;

export const EmployerJobSchema = JobSummarySchema.extend({
  description: z.string(),
  /** Applications of people with an account that are not withdrawn. */
  applicants: z.number().int().min(0),
  /** Of them, those still at SUBMITTED. */
  newApplicants: z.number().int().min(0),
  /** How often the job was shown in a feed. */
  impressions: z.number().int().min(0),
});
export type EmployerJob = z.infer<typeof EmployerJobSchema>;
export const EmployerJobListReplySchema = z.object({ items: z.array(EmployerJobSchema) });

/** POST employer/jobs/check: what a form as it is now would become. */
export const CheckJobRequestSchema = z.strictObject({
  title: z.string().max(1000).default(""),
  description: z.string().max(100_000).default(""),
  tags: z.array(z.string().max(200)).max(100).default([]),
  salaryMin: z.number().nullable().default(null),
  salaryMax: z.number().nullable().default(null),
});
export const CheckJobReplySchema = z.object({
  /** The occupation that it is most like; null while there is too little to tell. */
  career: z.object({ code: z.string(), title: z.string(), confidence: z.number() }).nullable(),
  /** US wages of that occupation, dollars a year; a number at 239,200 means at least that, since the statistics go no further. */
  wages: z
    .object({ p10: z.number(), p25: z.number(), median: z.number(), p75: z.number(), p90: z.number() })
    .nullable(),
  /** Where the range offered lies among those wages; null without either. */
  salaryVerdict: z.enum(["below", "low", "typical", "high", "above"]).nullable(),
  typicalSkills: z.array(z.string()),
  typicalSeniority: SenioritySchema.nullable(),
});
export type CheckJobReply = z.infer<typeof CheckJobReplySchema>;

/** Somebody who applied, as the employer sees them. */
export const ApplicantSchema = z.object({
  applicationId: z.uuid(),
  jobId: z.uuid(),
  jobTitle: z.string(),
  email: z.string(),
  headline: z.string(),
  skills: z.array(z.string()),
  seniority: SenioritySchema.nullable(),
  locations: z.array(z.string()),
  status: ApplicationStatusSchema,
  withdrawnAt: z.iso.datetime().nullable(),
  /** As it was when they applied. */
  score: z.number().min(0).max(100),
  parts: JobPartsSchema,
  reasons: JobReasonsSchema,
  /** Where the application may be moved now. */
  nextStatuses: z.array(ApplicationStatusSchema),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Applicant = z.infer<typeof ApplicantSchema>;
/** GET employer/jobs/{jobId}/applicants: best first, withdrawn last. */
export const ApplicantListReplySchema = z.object({ items: z.array(ApplicantSchema) });
/** GET employer/applications/{applicationId} */
export const ApplicantDetailReplySchema = ApplicantSchema.extend({ events: z.array(ApplicationEventSchema) });
export type ApplicantDetailReply = z.infer<typeof ApplicantDetailReplySchema>;

/** POST employer/applications/{applicationId}/status */
export const MoveApplicationRequestSchema = z.strictObject({
  status: ApplicationStatusSchema,
  message: MessageText.optional(),
});
