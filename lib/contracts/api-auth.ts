import { LoginRequestSchema, RefreshRequestSchema, RegisterRequestSchema, TokensReplySchema } from "./auth";
import { BODY_PROBLEMS, DoneReplySchema, type Operation } from "./operation";

const { 400: FAULTY, 413: TOO_LARGE, 415: OTHER_TYPE } = BODY_PROBLEMS;
const PROBLEMS = { 400: FAULTY, 413: TOO_LARGE, 415: OTHER_TYPE } as const;

/** Registering, signing in and tokens. */
export const AUTH_API = {
  register: {
    method: "post",
    path: "/auth/register",
    tag: "Accounts",
    summary: "Make an account; what the caller did as a guest becomes the account's",
    access: "anyone",
    limit: "auth",
    status: 201,
    body: RegisterRequestSchema,
    reply: TokensReplySchema,
    problems: { ...PROBLEMS, 409: "The e-mail address cannot be used." },
  },
  login: {
    method: "post",
    path: "/auth/login",
    tag: "Accounts",
    summary: "Log in; what the caller did as a guest becomes the account's",
    access: "anyone",
    limit: "auth",
    body: LoginRequestSchema,
    reply: TokensReplySchema,
    problems: { ...PROBLEMS, 401: "The e-mail address and the password do not belong together." },
  },
  refresh: {
    method: "post",
    path: "/auth/refresh",
    tag: "Accounts",
    summary: "Swap a refresh token for new tokens; it can be used once",
    access: "anyone",
    limit: "auth",
    body: RefreshRequestSchema,
    reply: TokensReplySchema,
    problems: { ...PROBLEMS, 401: "The refresh token is unknown, used, expired or revoked." },
  },
  logout: {
    method: "post",
    path: "/auth/logout",
    tag: "Accounts",
    summary: "Revoke a refresh token and all that came from the same login",
    access: "anyone",
    limit: "auth",
    body: RefreshRequestSchema,
    reply: DoneReplySchema,
    problems: PROBLEMS,
  },
} as const satisfies Record<string, Operation>;
