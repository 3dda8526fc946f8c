import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { logger } from "@/lib/adapters/logger";
import type { Operation } from "@/lib/contracts/api";
import type { Problem } from "@/lib/contracts/problem";
import { AppError, type ErrorCode, type FieldError } from "@/lib/errors";
import type { Actor } from "@/lib/use-cases/actor";
import { type Deps, getDeps } from "@/lib/use-cases/deps";
import { GUEST_COOKIE, readGuestId, toGuestCookie } from "./guest-cookie";
import { HttpFault } from "./http-fault";
import { readJsonBody } from "./json-body";

const STATUS: Record<ErrorCode, number> = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  NOT_READY: 503,
  UPSTREAM_FAILED: 502,
};

const TITLES: Record<number, string> = {
  400: "The request is not usable",
  401: "Please sign in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "The request is too large",
  415: "The request has another content type",
  429: "Too many requests",
  500: "Something went wrong on our side",
  502: "Another service failed",
  503: "Not ready yet",
};

/** Faults named in one reply: a body of 100,000 faulty entries must not be answered with 100,000 sentences. */
const FAULTS_MAX = 50;

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type Call<Op extends Operation> = {
  deps: Deps;
  actor: Actor;
  params: Output<Op["params"]>;
  query: Output<Op["query"]>;
  body: Output<Op["body"]>;
};

type Answer<Op extends Operation> = { reply: z.input<Op["reply"]>; userId?: string };
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * A route handler for one operation of the API: parses the input, finds out who acts, maps every error to a problem reply.
 * A userId in the answer becomes the guest's cookie.
 */
export function route<Op extends Operation>(operation: Op, handle: (call: Call<Op>) => Promise<Answer<Op>>) {
  return async (request: NextRequest, context: Context): Promise<Response> => {
    const requestId = randomUUID();
    const headers = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
    try {
      const params = parsePart(operation.params, await context.params);
      const query = parsePart(operation.query, Object.fromEntries(request.nextUrl.searchParams));
      const body = operation.body === undefined ? undefined : parsePart(operation.body, await readJsonBody(request));
      const actor = { userId: readGuestId(request.cookies.get(GUEST_COOKIE)?.value) };
      const answer = await handle({ deps: await getDeps(), actor, params, query, body } as Call<Op>);
      if (answer.userId !== undefined && answer.userId !== actor.userId) {
        headers.append("set-cookie", toGuestCookie(answer.userId, request.nextUrl.protocol === "https:"));
      }
      return Response.json(answer.reply, { headers });
    } catch (error) {
      const problem = toProblem(error, request.nextUrl.pathname, requestId);
      if (problem.status >= 500)
        logger.error({ requestId, path: request.nextUrl.pathname, err: error }, "request failed");
      headers.set("content-type", "application/problem+json");
      return new Response(JSON.stringify(problem), { status: problem.status, headers });
    }
  };
}

function parsePart(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(
    (issue): FieldError => ({ field: toFieldName(issue), message: issue.message }),
  );
  const publicMessage = fields
    .map(({ field, message }) => `${field}: ${message}`)
    .slice(0, 3)
    .join("; ");
  throw new AppError("INVALID_INPUT", { publicMessage, fields });
}

/** answers[3].value rather than a list of keys; an unknown key is named itself. */
function toFieldName(issue: z.core.$ZodIssue): string {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const name = path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  return name || "body";
}

function toProblem(error: unknown, instance: string, requestId: string): Problem {
  const known = error instanceof AppError || error instanceof HttpFault;
  const status = error instanceof AppError ? STATUS[error.code] : error instanceof HttpFault ? error.status : 500;
  const errors = error instanceof AppError && error.fields.length > 0 ? error.fields.slice(0, FAULTS_MAX) : undefined;
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail: known ? error.publicMessage : "An unexpected error happened. Please try again; nothing was lost.",
    instance,
    requestId,
    ...(errors ? { errors } : {}),
  };
}
