import "./environment";
import { NextRequest } from "next/server";
import { GET as getCareer } from "@/app/api/v1/careers/[code]/route";
import { GET as listSimilarCareers } from "@/app/api/v1/careers/[code]/similar/route";
import { GET as listClusters } from "@/app/api/v1/careers/clusters/route";
import { GET as listCareers } from "@/app/api/v1/careers/route";
import { GET as searchCareers } from "@/app/api/v1/careers/search/route";
import { GET as getQuizQuestions } from "@/app/api/v1/quiz/questions/route";
import { POST as submitQuiz } from "@/app/api/v1/quiz/submit/route";
import { GET as getResults } from "@/app/api/v1/results/[sessionId]/route";
import { POST as recommend } from "@/app/api/v1/results/recommend/route";
import { POST as saveCareer } from "@/app/api/v1/results/save-career/route";
import { POST as viewCareer } from "@/app/api/v1/results/view-career/route";
import { API, type Operation } from "@/lib/contracts/api";
import { type Problem, ProblemSchema } from "@/lib/contracts/problem";

export type OperationName = keyof typeof API;
type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const HANDLERS: Record<OperationName, Handler> = {
  ...{ getQuizQuestions, submitQuiz, recommend, getResults, saveCareer, viewCareer },
  ...{ listCareers, searchCareers, listClusters, getCareer, listSimilarCareers },
};

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
};

export type ApiReply = { status: number; headers: Headers; contentType: string; json: unknown; text: string };

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
  const headers = new Headers();
  const { contentType = operation.method === "post" ? "application/json" : null } = input;
  if (contentType !== null) headers.set("content-type", contentType);
  if (input.cookie !== undefined) headers.set("cookie", input.cookie);
  const body = input.rawBody ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
  const request = new NextRequest(`http://localhost:3000/api/v1${pathname}${query === "" ? "" : `?${query}`}`, {
    method: operation.method.toUpperCase(),
    headers,
    ...(body === undefined || operation.method === "get" ? {} : { body }),
  });
  // A body made of a string sets its own type; a test that sends none means none.
  if (contentType === null) request.headers.delete("content-type");
  const response = await HANDLERS[name](request, { params: Promise.resolve(input.params ?? {}) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    contentType: response.headers.get("content-type") ?? "",
    json: JSON.parse(text),
    text,
  };
}

/** The reply of a call that must succeed, parsed by the operation's own schema. */
export async function getReply<Name extends OperationName>(name: Name, input: CallInput = {}) {
  const reply = await callApi(name, input);
  if (reply.status !== 200) throw new Error(`${name} answered ${reply.status}: ${reply.text.slice(0, 500)}`);
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
