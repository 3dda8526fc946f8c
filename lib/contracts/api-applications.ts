import {
  ApplicationDetailReplySchema,
  ApplicationIdParamsSchema,
  ApplicationListQuerySchema,
  ApplicationListReplySchema,
  SendMessageRequestSchema,
  UpdateApplicationRequestSchema,
} from "./applications";
import { BODY_PROBLEMS, type Operation } from "./operation";

const NO_APPLICATION = "There is no such application of yours.";

/** What becomes of one's applications. */
export const APPLICATIONS_API = {
  listApplications: {
    method: "get",
    path: "/applications",
    tag: "Jobs",
    summary: "One's applications, latest change first",
    access: "known",
    query: ApplicationListQuerySchema,
    reply: ApplicationListReplySchema,
    problems: { 400: "A filter, the limit or the cursor is not usable." },
  },
  getApplication: {
    method: "get",
    path: "/applications/{applicationId}",
    tag: "Jobs",
    summary: "One application with everything that happened to it",
    access: "known",
    params: ApplicationIdParamsSchema,
    reply: ApplicationDetailReplySchema,
    problems: { 400: "The id is not a UUID.", 404: NO_APPLICATION },
  },
  updateApplication: {
    method: "patch",
    path: "/applications/{applicationId}",
    tag: "Jobs",
    summary: "Change one's own note on an application",
    access: "known",
    limit: "tracking",
    params: ApplicationIdParamsSchema,
    body: UpdateApplicationRequestSchema,
    reply: ApplicationDetailReplySchema,
    problems: { ...BODY_PROBLEMS, 404: NO_APPLICATION },
  },
  withdrawApplication: {
    method: "post",
    path: "/applications/{applicationId}/withdraw",
    tag: "Jobs",
    summary: "Take an application back; it stays visible",
    access: "known",
    limit: "tracking",
    params: ApplicationIdParamsSchema,
    reply: ApplicationDetailReplySchema,
    problems: { 400: "The id is not a UUID.", 404: NO_APPLICATION, 409: "It is decided already." },
  },
  sendApplicationMessage: {
    method: "post",
    path: "/applications/{applicationId}/messages",
    tag: "Jobs",
    summary: "Write to the employer about an application",
    access: "account",
    limit: "account",
    params: ApplicationIdParamsSchema,
    body: SendMessageRequestSchema,
    reply: ApplicationDetailReplySchema,
    problems: { ...BODY_PROBLEMS, 404: NO_APPLICATION, 409: "It was withdrawn, or the posting has no employer here." },
  },
} as const satisfies Record<string, Operation>;
