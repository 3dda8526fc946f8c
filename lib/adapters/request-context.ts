import { AsyncLocalStorage } from "node:async_hooks";

/** The HTTP request that code runs for. */
export type RequestContext = {
  readonly requestId: string;
  /** Where the caller is, as far as it cannot be made up: see toClientAddress. */
  readonly address: string;
  /** The caller is this machine itself, without a proxy in between. */
  readonly isLocal: boolean;
  /** Filled in on the way for the log: a role, never a person. */
  actorKind?: string;
};

// Next bundles this module several times into one process: the store must be the same one everywhere.
const shared = globalThis as unknown as { waymarkRequests?: AsyncLocalStorage<RequestContext> };
shared.waymarkRequests ??= new AsyncLocalStorage();

export const requestContexts = shared.waymarkRequests;

/** undefined outside of requests that came over HTTP */
export function getRequestContext(): RequestContext | undefined {
  return requestContexts.getStore();
}
