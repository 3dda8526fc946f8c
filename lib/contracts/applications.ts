import { z } from "zod";
import { JobPartsSchema, JobSummarySchema } from "./jobs";
import { StorableText } from "./operation";

export const APPLICATION_STATUSES = [
  "SUBMITTED",
  "WAITING_FOR_REVIEW",
  "HR_MEETING",
  "TECHNICAL_INTERVIEW",
  "FINAL_INTERVIEW",
  "HIRED",
  "REJECTED",
] as const;
export const ApplicationStatusSchema = z.enum(APPLICATION_STATUSES);
export type ApplicationStatus = z.infer<typeof ApplicationStatusSchema>;

/** Where an employer may move an application from each status: one stage on, past the interviews that are not held, or out. */
export const NEXT_STATUSES: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  SUBMITTED: ["WAITING_FOR_REVIEW", "HR_MEETING", "REJECTED"],
  WAITING_FOR_REVIEW: ["HR_MEETING", "TECHNICAL_INTERVIEW", "REJECTED"],
  HR_MEETING: ["TECHNICAL_INTERVIEW", "FINAL_INTERVIEW", "REJECTED"],
  TECHNICAL_INTERVIEW: ["FINAL_INTERVIEW", "REJECTED"],
  FINAL_INTERVIEW: ["HIRED", "REJECTED"],
  HIRED: [],
  REJECTED: [],
};

export const MESSAGE_LENGTH_MAX = 2000;
export const APPLICATION_NOTE_LENGTH_MAX = 2000;
export const MessageText = StorableText.trim().min(1).max(MESSAGE_LENGTH_MAX);

export const ApplicationEventSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["applied", "status", "message", "withdrawn", "reopened"]),
  actor: z.enum(["applicant", "employer"]),
  fromStatus: ApplicationStatusSchema.nullable(),
  toStatus: ApplicationStatusSchema.nullable(),
  message: z.string(),
  createdAt: z.iso.datetime(),
});
export type ApplicationEvent = z.infer<typeof ApplicationEventSchema>;

export const ApplicationSchema = z.object({
  id: z.uuid(),
  jobId: z.uuid(),
  job: JobSummarySchema,
  status: ApplicationStatusSchema,
  /** null unless the applicant took it back */
  withdrawnAt: z.iso.datetime().nullable(),
  scoreAtApply: z.number().min(0).max(100),
  partsAtApply: JobPartsSchema,
  /** The applicant's own, for nobody else. */
  note: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastEvent: ApplicationEventSchema.nullable(),
});
export type Application = z.infer<typeof ApplicationSchema>;

/** GET applications: one's own, latest change first. */
export const ApplicationListQuerySchema = z.object({
  status: ApplicationStatusSchema.optional(),
  /** withdrawn: only those; open: neither withdrawn nor hired nor rejected; all by default. */
  state: z.enum(["all", "open", "withdrawn"]).default("all"),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(200).optional(),
});
export const ApplicationListReplySchema = z.object({
  items: z.array(ApplicationSchema),
  nextCursor: z.string().nullable(),
  /** Of a guest, whom no employer can reach: applications are shown to employers once there is an account. */
  isHeld: z.boolean(),
});
export type ApplicationListReply = z.infer<typeof ApplicationListReplySchema>;

export const ApplicationIdParamsSchema = z.object({ applicationId: z.uuid() });

/** GET applications/{applicationId} */
export const ApplicationDetailReplySchema = ApplicationSchema.extend({
  events: z.array(ApplicationEventSchema),
  isHeld: z.boolean(),
  /** Somebody on Waymark reads it: false of postings from elsewhere, and after the employer left. */
  hasEmployer: z.boolean(),
});
export type ApplicationDetailReply = z.infer<typeof ApplicationDetailReplySchema>;

/** PATCH applications/{applicationId} */
export const UpdateApplicationRequestSchema = z.strictObject({
  note: StorableText.max(APPLICATION_NOTE_LENGTH_MAX),
});
/** POST applications/{applicationId}/messages, and the employer's */
export const SendMessageRequestSchema = z.strictObject({ message: MessageText });
