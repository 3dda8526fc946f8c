import "./environment";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import net, { type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type HttpServer, watchHttpServer } from "@/lib/adapters/http-server";
import { metrics } from "@/lib/adapters/metrics";
import { getRequestContext, type RequestContext } from "@/lib/adapters/request-context";
import { toMatcher } from "@/lib/adapters/route-patterns";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi } from "./call-api";
import { openTestDeps } from "./each-engine";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

describe("a watched HTTP server", () => {
  let server: Server;
  let watched: HttpServer;
  let port: number;
  let handle: Handler;

  beforeAll(async () => {
    watched = watchHttpServer({ trustedProxies: 1, toRoute: toMatcher(["/slow", "/careers/[code]"]) });
    server = createServer((request, response) => handle(request, response));
    server.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => metrics.registry.resetMetrics());
  afterAll(() => server.close());

  const ask = (path: string, headers: Record<string, string> = {}): Promise<{ headers: Headers; text: string }> =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers }).then(async (reply) => ({
      headers: reply.headers,
      text: await reply.text(),
    }));
  const answerContext: Handler = async (_, response) => {
    await new Promise((resolve) => setImmediate(resolve));
    response.end(JSON.stringify(getRequestContext()));
  };

  test("gives whatever runs for a request its own context, also for many at once", async () => {
    handle = answerContext;
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, i) => ask("/careers/x", { "x-forwarded-for": `6.6.6.6, 192.0.2.${i}` })),
    );
    const contexts = replies.map(({ text }) => JSON.parse(text) as RequestContext);
    expect(contexts.map(({ address }) => address)).toEqual(contexts.map((_, i) => `192.0.2.${i}`));
    expect(replies.map(({ headers }) => headers.get("x-request-id"))).toEqual(contexts.map((one) => one.requestId));
    expect(new Set(contexts.map(({ requestId }) => requestId)).size).toBe(50);
    expect(new Set(contexts.map(({ isLocal }) => isLocal))).toEqual(new Set([false]));
    expect(JSON.parse((await ask("/careers/x")).text)).toMatchObject({ address: "127.0.0.1", isLocal: true });
  });

  test("takes over a proxy's request id when it is well-formed, and makes one otherwise", async () => {
    handle = answerContext;
    const idOf = async (sent: string) => JSON.parse((await ask("/", { "x-request-id": sent })).text).requestId;
    expect(await idOf("trace-0123456789")).toBe("trace-0123456789");
    for (const bad of ["short", "x".repeat(65), 'a"b":c,d{e}fgh', "with spaces in it"]) {
      expect(await idOf(bad)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    }
  });

  test("bounds the time for headers and bodies, and counts a caller who leaves as 499", async () => {
    const entered = new Promise<void>((resolve) => {
      handle = (request) => {
        request.resume();
        resolve();
      };
    });
    const socket = net.connect(port, "127.0.0.1");
    socket.write("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    await entered;
    expect([server.requestTimeout, server.headersTimeout]).toEqual([30_000, 15_000]);
    socket.destroy();
    await expect
      .poll(async () => (await metrics.requests.get()).values.map(({ labels }) => labels))
      .toContainEqual({ method: "POST", route: "/slow", status: 499 });
  });

  test("a made-up method becomes no label", async () => {
    handle = (_, response) => response.end();
    await new Promise((resolve) => {
      httpRequest({ port, method: "PROPFIND", path: "/slow" }, (reply) => reply.resume().on("end", resolve)).end();
    });
    const { values } = await metrics.requests.get();
    expect(new Set(values.map(({ labels }) => labels.method))).toEqual(new Set(["other"]));
  });

  test("drains: what is under way is answered and its connection closed, nothing new gets in", async () => {
    let release = (): void => {};
    const entered = new Promise<void>((resolve) => {
      handle = async (_, response) => {
        resolve();
        await new Promise<void>((open) => {
          release = open;
        });
        response.end("whole");
      };
    });
    const answer = ask("/slow");
    await entered;
    let isDrained = false;
    const drained = watched.drain().then(() => {
      isDrained = true;
    });
    expect(watched.isDraining()).toBe(true);
    await expect(ask("/slow")).rejects.toThrow("fetch failed");
    expect(isDrained).toBe(false);
    release();
    const { text, headers } = await answer;
    expect([text, headers.get("connection")]).toEqual(["whole", "close"]);
    await drained;
  });
});

describe("bodies", () => {
  let deps: Deps;
  beforeAll(async () => {
    deps = await openTestDeps("embedded", { isSeeded: false });
  });
  afterAll(() => deps.close());

  test("that are compressed are refused before they grow", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(5_000_000, " ")));
    for (const encoding of ["gzip", "br", "identity, gzip"]) {
      const reply = await callApi("login", { rawBody: bomb, headers: { "content-encoding": encoding } });
      expect([encoding, reply.status]).toEqual([encoding, 415]);
    }
    const plain = { email: "a@example.org", password: "wrong" };
    expect((await callApi("login", { body: plain, headers: { "content-encoding": "identity" } })).status).toBe(401);
  });
});
