import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { logger } from "./logger";
import { observeRequest } from "./metrics";
import { isLoopback, toClientAddress } from "./peer-address";
import { type RequestContext, requestContexts } from "./request-context";
import type { ToRoute } from "./route-patterns";

type Options = {
  /** Proxies in front, whose X-Forwarded-For and X-Request-Id count. */
  trustedProxies: number;
  toRoute: ToRoute;
};

export type HttpServer = {
  /** Takes no new requests, and resolves when those under way are answered. */
  drain: () => Promise<void>;
  isDraining: () => boolean;
};

// Next bundles this module several times into one process; only the copy that instrumentation.ts loads watches.
const shared = globalThis as unknown as { waymarkHttpServer?: HttpServer };

type StartMessage = { request: IncomingMessage; response: ServerResponse; server: Server };

/** Asked for by machines every few seconds, and files: no news in a log. */
const QUIET_ROUTES = /^\/(healthz|readyz|metrics)$|^\/_next\/|\/\*$/;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than a proxy keeps a connection without use, usually a minute: closing first would cut the request that it just sends. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Stands at the door of Next's HTTP server, which is Next's own: Node tells of each request before its handler runs, so that whatever
 * runs for it finds its id and its caller's true address, and each is measured and logged once, files and pages and API alike.
 */
export function watchHttpServer({ trustedProxies, toRoute }: Options): HttpServer {
  const underWay = new Set<ServerResponse>();
  let server: Server | undefined;
  let onIdle: (() => void) | undefined;

  const start = ({ request, response, server: own }: StartMessage): void => {
    if (server !== own) {
      server = own;
      // Somebody who sends a byte now and then must not hold a connection for the five minutes that Node would give them.
      own.headersTimeout = HEADERS_TIMEOUT_MS;
      own.requestTimeout = REQUEST_TIMEOUT_MS;
      own.keepAliveTimeout = KEEP_ALIVE_MS;
    }
    const startedMs = performance.now();
    const context = toContext(request, trustedProxies);
    requestContexts.enterWith(context);
    response.setHeader("x-request-id", context.requestId);
    if (onIdle !== undefined) response.shouldKeepAlive = false;
    underWay.add(response);
    response.once("close", () => {
      underWay.delete(response);
      finish({ request, response, context, toRoute, ms: performance.now() - startedMs });
      if (underWay.size === 0) onIdle?.();
    });
  };
  subscribe("http.server.request.start", (message) => start(message as StartMessage));

  shared.waymarkHttpServer = {
    isDraining: () => onIdle !== undefined,
    drain: () =>
      new Promise((resolve) => {
        onIdle = resolve;
        for (const response of underWay) response.shouldKeepAlive = false;
        server?.close();
        if (underWay.size === 0) resolve();
      }),
  };
  return shared.waymarkHttpServer;
}

/** Whether the server is about to stop: a load balancer should send it nothing new. */
export const isDraining = (): boolean => shared.waymarkHttpServer?.isDraining() ?? false;

function toContext({ headers, socket }: IncomingMessage, trustedProxies: number): RequestContext {
  const header = (name: string): string | null => {
    const value = headers[name];
    return (Array.isArray(value) ? value.join(",") : value) ?? null;
  };
  const forwardedFor = header("x-forwarded-for");
  const isForwarded = forwardedFor !== null || header("forwarded") !== null || header("via") !== null;
  const givenId = header("x-request-id");
  return {
    // Only our own proxy's id is taken over: anybody's would let them pass their requests off as another one's.
    requestId: trustedProxies > 0 && givenId !== null && /^[\w-]{8,64}$/.test(givenId) ? givenId : randomUUID(),
    address: toClientAddress(socket.remoteAddress, forwardedFor, trustedProxies),
    isLocal: !isForwarded && isLoopback(toClientAddress(socket.remoteAddress, null, 0)),
  };
}

type Finished = {
  request: IncomingMessage;
  response: ServerResponse;
  context: RequestContext;
  toRoute: ToRoute;
  ms: number;
};

function finish({ request, response, context, toRoute, ms }: Finished): void {
  const method = METHODS.has(request.method ?? "") ? `${request.method}` : "other";
  const route = toRoute((request.url ?? "").split(/[?#]/, 1)[0] ?? "");
  // As nginx counts callers who leave before the answer.
  const status = response.writableFinished ? response.statusCode : 499;
  observeRequest({ method, route, status }, ms / 1000);
  const line = { requestId: context.requestId, method, route, status, ms: Math.round(10 * ms) / 10 };
  const user = context.actorKind === undefined ? {} : { user: context.actorKind };
  logger[QUIET_ROUTES.test(route) ? "debug" : "info"]({ ...line, ...user }, "request");
}
