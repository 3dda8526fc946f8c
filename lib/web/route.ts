import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { logger } from "@/lib/adapters/logger";
import { getRequestContext } from "@/lib/adapters/request-context";
import { inSpan } from "@/lib/adapters/tracing";
import { toFieldErrors } from "@/lib/contracts/field-errors";
import type { Access, Operation } from "@/lib/contracts/operation";
import type { Problem } from "@/lib/contracts/problem";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Actor } from "@/lib/use-cases/actor";
import { type Deps, getDeps } from "@/lib/use-cases/deps";
import { requireAccount, requireAdmin, requireKnown } from "@/lib/use-cases/permissions";
import { toKnownFailure } from "@/lib/use-cases/to-known-failure";
import { refuseForgedRequest } from "./forged-request";
import { renewGuestCookie, toGuestCookie } from "./guest-cookie";
import { HttpFault } from "./http-fault";
import { readJsonBody } from "./json-body";
import { limitCalls, limitGuesses } from "./rate-limits";
import { isSecureRequest, readActor } from "./read-actor";

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

export type Call<Op extends Operation> = {
  /** Hardly ever needed: everything else is taken from it. */
  request: NextRequest;
  deps: Deps;
  actor: Actor;
  params: Output<Op["params"]>;
  query: Output<Op["query"]>;
  body: Output<Op["body"]>;
  /** Whether cookies travel over TLS. */
  isSecure: boolean;
};

type Answer<Op extends Operation> = {
  /** Becomes the guest's cookie. */
  userId?: string;
  /** Set-Cookie headers. */
  cookies?: readonly string[];
} & ({ reply: z.input<Op["reply"]>; file?: SentFile } | { reply?: undefined; file: SentFile });
/** Sent instead of the reply, under this name: as the operation's mediaType, or as the JSON of its reply. */
type SentFile = { name: string; body: BodyInit };
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

const REQUIRE: Record<Access, (actor: Actor) => unknown> = {
  anyone: () => undefined,
  known: requireKnown,
  account: requireAccount,
  admin: requireAdmin,
};

/**
 * A route handler for one operation of the API: finds out who acts and whether they may, parses the input, maps every error to a problem
 * reply. Use-cases check again what concerns the rows they touch.
 */
export function route<Op extends Operation>(operation: Op, handle: (call: Call<Op>) => Promise<Answer<Op>>) {
  return async (request: NextRequest, { params: sentParams }: Context): Promise<Response> => {
    const requestId = getRequestContext()?.requestId ?? randomUUID();
    const headers = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
    try {
      const deps = await getDeps();
      const actor = await readActor(deps, request);
      if (operation.limit !== undefined) {
        for (const [name, value] of await limitCalls(deps.limiter, operation.limit, actor)) headers.set(name, value);
      }
      refuseForgedRequest(request, actor);
      REQUIRE[operation.access](actor);
      const params = parsePart(operation.params, await sentParams);
      const query = parsePart(operation.query, Object.fromEntries(request.nextUrl.searchParams));
      const body =
        operation.body === undefined
          ? undefined
          : parsePart(operation.body, await readJsonBody(request, operation.bodyBytesMax));
      const forgiveGuess = await limitGuesses(deps.limiter, operation, actor, body);
      const isSecure = isSecureRequest(request);
      const call = { request, deps, actor, params, query, body, isSecure } as Call<Op>;
      const answer = await inSpan(`${operation.method} ${operation.path}`, () => handle(call));
      await forgiveGuess();
      for (const cookie of toCookies(answer, actor, isSecure, deps.nowMs())) headers.append("set-cookie", cookie);
      const status = operation.status ?? 200;
      if (answer.file === undefined) return Response.json(answer.reply, { status, headers });
      // A text says what its bytes mean, or a browser guesses.
      const charset = operation.mediaType?.startsWith("text/") ? "; charset=utf-8" : "";
      headers.set("content-type", `${operation.mediaType ?? "application/json"}${charset}`);
      headers.set("content-disposition", `attachment; filename="${answer.file.name}"`);
      return new Response(answer.file.body, { status, headers });
    } catch (thrown) {
      const error = toKnownFailure(thrown);
      const problem = toProblem(error, request.nextUrl.pathname, requestId);
      if (problem.status >= 500) logger.error({ requestId, route: operation.path, err: error }, "request failed");
      if (error instanceof AppError && error.retryAfterSeconds !== undefined) {
        headers.set("retry-after", String(error.retryAfterSeconds));
      }
      headers.set("content-type", "application/problem+json");
      return new Response(JSON.stringify(problem), { status: problem.status, headers });
    }
  };
}

function toCookies(
  { cookies, userId }: Pick<Answer<Operation>, "cookies" | "userId">,
  actor: Actor,
  isSecure: boolean,
  nowMs: number,
): readonly string[] {
  if (userId !== undefined && userId !== actor.userId) return [...(cookies ?? []), toGuestCookie(userId, isSecure)];
  if (cookies !== undefined || actor.via !== "guest_cookie" || actor.userId === null) return cookies ?? [];
  return [renewGuestCookie(actor.userId, isSecure, nowMs)].filter((cookie) => cookie !== null);
}

function parsePart(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = toFieldErrors(result.error);
  const publicMessage = fields
    .map(({ field, message }) => `${field}: ${message}`)
    .slice(0, 3)
    .join("; ");
  throw new AppError("INVALID_INPUT", { publicMessage, fields });
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
