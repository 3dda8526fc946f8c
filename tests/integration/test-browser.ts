import "./environment";
import { NextRequest } from "next/server";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { type ApiReply, type CallInput, callApi, type OperationName } from "./call-api";

type Reply = { status: number; json: unknown; setCookies: string[] };

/** A browser as far as the server sees it: keeps cookies, says where it comes from. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly headers: Record<string, string> = { "sec-fetch-site": "same-origin", "user-agent": "Mozilla/5.0" };

  constructor(private readonly origin = "http://localhost:3000") {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  keep(setCookies: readonly string[]): void {
    for (const header of setCookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(header)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  /** One of the API's operations, with this browser's cookies. */
  async call(name: OperationName, input: CallInput = {}): Promise<ApiReply> {
    const reply = await callApi(name, { cookie: this.cookie, headers: this.headers, origin: this.origin, ...input });
    this.keep(reply.headers.getSetCookie());
    return reply;
  }

  /** One of the pages' own endpoints. */
  async auth(action: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const request = new NextRequest(`${this.origin}/api/auth/${action}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        cookie: this.cookie,
        ...this.headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const context = { params: Promise.resolve({ nextauth: action.split("?")[0]?.split("/") ?? [] }) };
    const response = await (body === undefined ? GET : POST)(request, context);
    const setCookies = response.headers.getSetCookie();
    this.keep(setCookies);
    const text = await response.text();
    return { status: response.status, json: text === "" ? null : JSON.parse(text), setCookies };
  }

  /** As lib/web/client/sign-in.ts does it. */
  async post(action: "callback/credentials" | "callback/register" | "signout", input: object): Promise<Reply> {
    const { csrfToken } = (await this.auth("csrf")).json as { csrfToken: string };
    return this.auth(action, { ...input, csrfToken });
  }
}
