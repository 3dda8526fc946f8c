import { z } from "zod";
import { BODY_PROBLEMS, DoneReplySchema, NOT_READY, type Operation } from "./operation";
import { SessionIdParamsSchema } from "./results";
import { PdfQuerySchema } from "./results-pdf";
import {
  RenameListReplySchema,
  RenameListRequestSchema,
  SavedCareerParamsSchema,
  SavedCareerRequestSchema,
  SavedCareerSchema,
  SavedCareersQuerySchema,
  SavedCareersReplySchema,
} from "./saved";
import { ShareIdParamsSchema, ShareLinksReplySchema, ShareReplySchema, ShareRequestSchema } from "./share";

const NO_SUCH_CAREER = "There is no such career.";

/** Careers that somebody keeps, and lists that they show to others. */
export const SAVED_API = {
  listSavedCareers: {
    method: "get",
    path: "/me/saved-careers",
    tag: "Me",
    summary: "One's saved careers with their lists and notes",
    access: "known",
    query: SavedCareersQuerySchema,
    reply: SavedCareersReplySchema,
    problems: { 400: "The list's name is too long." },
  },
  putSavedCareer: {
    method: "put",
    path: "/me/saved-careers/{careerCode}",
    tag: "Me",
    summary: "Save a career, or change its list or note; somebody without an account becomes a guest",
    access: "anyone",
    limit: "tracking",
    params: SavedCareerParamsSchema,
    body: SavedCareerRequestSchema,
    reply: SavedCareerSchema,
    problems: { ...BODY_PROBLEMS, 404: NO_SUCH_CAREER },
  },
  deleteSavedCareer: {
    method: "delete",
    path: "/me/saved-careers/{careerCode}",
    tag: "Me",
    summary: "No longer save a career, with its note; doing it twice is as good as once",
    access: "known",
    limit: "tracking",
    params: SavedCareerParamsSchema,
    reply: DoneReplySchema,
    problems: { 400: "The code is malformed." },
  },
  renameSavedList: {
    method: "post",
    path: "/me/saved-careers/lists/rename",
    tag: "Me",
    summary: "Rename one of one's lists of saved careers, join it with another or dissolve it",
    access: "known",
    limit: "tracking",
    body: RenameListRequestSchema,
    reply: RenameListReplySchema,
    problems: BODY_PROBLEMS,
  },
  getResultsPdf: {
    method: "get",
    path: "/results/{sessionId}/pdf",
    tag: "Results",
    summary: "The list last shown for a quiz as a PDF file",
    access: "anyone",
    limit: "compute",
    params: SessionIdParamsSchema,
    query: PdfQuerySchema,
    reply: z.undefined(),
    mediaType: "application/pdf",
    problems: {
      400: "The session id is not a UUID, or the paper is unknown.",
      404: "There is no such quiz session.",
      503: NOT_READY,
    },
  },
  shareResults: {
    method: "post",
    path: "/results/{sessionId}/share",
    tag: "Results",
    summary: "Make a link with which anybody can read the list, without the answers; the same list has one link",
    access: "known",
    limit: "tracking",
    params: SessionIdParamsSchema,
    body: ShareRequestSchema,
    reply: ShareReplySchema,
    problems: {
      ...BODY_PROBLEMS,
      404: "There is no such quiz session or list of yours.",
      409: "There are too many links already: take one back first.",
      503: NOT_READY,
    },
  },
  listShares: {
    method: "get",
    path: "/me/shares",
    tag: "Me",
    summary: "One's links that still work",
    access: "known",
    reply: ShareLinksReplySchema,
    problems: {},
  },
  revokeShare: {
    method: "delete",
    path: "/me/shares/{shareId}",
    tag: "Me",
    summary: "Take a link back, at once and for good",
    access: "known",
    limit: "tracking",
    params: ShareIdParamsSchema,
    reply: DoneReplySchema,
    problems: { 400: "The id is not a UUID.", 404: "There is no such link of yours." },
  },
} as const satisfies Record<string, Operation>;
