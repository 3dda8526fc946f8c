import { BODY_PROBLEMS, DoneReplySchema, type Operation } from "./operation";
import { DeleteMeRequestSchema, ExportSchema } from "./user-data";

const { 400: FAULTY, 413: TOO_LARGE, 415: OTHER_TYPE } = BODY_PROBLEMS;

/** A person's hold over what is stored about them. */
export const TRUST_API = {
  exportMe: {
    method: "get",
    path: "/me/export",
    tag: "Me",
    summary: "Everything that is stored about the caller, as a file",
    access: "known",
    limit: "account",
    reply: ExportSchema,
    problems: {},
  },
  deleteMe: {
    method: "delete",
    path: "/me",
    tag: "Me",
    summary: "Delete the caller and everything that is stored about them, for good",
    access: "known",
    limit: "auth",
    body: DeleteMeRequestSchema,
    reply: DoneReplySchema,
    problems: {
      400: FAULTY,
      403: "The password is not the account's, or the request is not allowed.",
      409: "The caller is the last admin, or the account was changed at the same time.",
      413: TOO_LARGE,
      415: OTHER_TYPE,
    },
  },
} as const satisfies Record<string, Operation>;
