import "./environment";
import { NextRequest } from "next/server";
import { API } from "@/lib/contracts/api";
import type { Operation } from "@/lib/contracts/operation";
import { type Problem, ProblemSchema } from "@/lib/contracts/problem";

export type OperationName = keyof typeof API;
type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const ROUTES = import.meta.glob<Record<string, Handler>>("../../app/api/v1/**/route.ts");

async function loadHandler({ method, path }: Operation): Promise<Handler> {
  const file = `../../app/api/v1${path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
  const handler = (await ROUTES[file]?.())?.[method.toUpperCase()];
  if (handler === undefined) throw new Error(`${file} exports no ${method.toUpperCase()}`);
  return handler;
}

export type CallInput = {
  params?: Record<string, string>;
  /** A record, or a whole query string as it travels. */
  query?: Record<string, string | number> | string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  rawBody?: string | Uint8Array<ArrayBuffer>;
  contentType?: string | null;
  cookie?: string;
  /** Sent as a Bearer token. */
  accessToken?: string;
  headers?: Record<string, string>;
  /** Where the server is; http://localhost:3000 when left out. */
  origin?: string;
};

export type ApiReply = {
  status: number;
  headers: Headers;
  contentType: string;
  json: unknown;
  text: string;
  bytes: Buffer;
};

/** Calls an operation's route handler as Next does. */
export async function callApi(name: OperationName, input: CallInput = {}): Promise<ApiReply> {
  const operation: Operation = API[name];
  const pathname = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent((input.params?.[key] ?? "").replace(/\p{Surrogate}/gu, "\ufffd")),
  );
  const query =
    typeof input.query === "string"
      ? input.query
      : new URLSearchParams(Object.entries(input.query ?? {}).map(([key, value]) => [key, String(value)])).toString();
  const headers = new Headers(input.headers);
  const { contentType = operation.body === undefined ? null : "application/json" } = input;
  if (contentType !== null) headers.set("content-type", contentType);
  if (input.cookie !== undefined) headers.set("cookie", input.cookie);
  if (input.accessToken !== undefined) headers.set("authorization", `Bearer ${input.accessToken}`);
  const body = input.rawBody ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
  const request = new NextRequest(
    `${input.origin ?? "http://localhost:3000"}/api/v1${pathname}${query === "" ? "" : `?${query}`}`,
    {
      method: operation.method.toUpperCase(),
      headers,
      ...(body === undefined || operation.method === "get" ? {} : { body }),
    },
  );
  // A body made of a string sets its own type; a test that sends none means none.
  if (contentType === null) request.headers.delete("content-type");
  const response = await (await loadHandler(operation))(request, { params: Promise.resolve(input.params ?? {}) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString();
  return {
    status: response.status,
    headers: response.headers,
    contentType: response.headers.get("content-type") ?? "",
    json: /\bjson\b/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : null,
    text,
    bytes,
  };
}

/** The reply of a call that must succeed, parsed by the operation's own schema. */
export async function getReply<Name extends OperationName>(name: Name, input: CallInput = {}) {
  const reply = await callApi(name, input);
  if (reply.status !== (API[name] as Operation).status && reply.status !== 200)
    throw new Error(`${name} answered ${reply.status}: ${reply.text.slice(0, 500)}`);
  type Reply = ReturnType<(typeof API)[Name]["reply"]["parse"]>;
  return API[name].reply.parse(reply.json) as Reply;
}

/** The problem of a call that must fail. */
export async function getProblem(name: OperationName, input: CallInput = {}): Promise<Problem> {
  const reply = await callApi(name, input);
  if (reply.contentType !== "application/problem+json") {
    throw new Error(`${name} answered ${reply.status} ${reply.contentType}: ${reply.text.slice(0, 500)}`);
  }
  return ProblemSchema.parse(reply.json);
}

/** The guest cookie that a reply sets, as a request sends it back; null when it sets none. */
export function toCookie(reply: ApiReply): string | null {
  return reply.headers.get("set-cookie")?.split(";")[0] ?? null;
}
