import { setTimeout as delay } from "node:timers/promises";
import type { HttpServer } from "@/lib/adapters/http-server";
import { logger } from "@/lib/adapters/logger";

/** Requests take milliseconds; supervisors commonly kill after 30 s, which must not be reached. */
const DRAIN_MS_MAX = 10_000;
const CLOSE_MS_MAX = 10_000;

/**
 * Ends the process in order when it is told to: no new requests, those under way are answered, then the rest is closed, so that whatever
 * was acknowledged is stored.
 *
 * Next's own handlers of these signals end the process as soon as the last reply is out, in the middle of closing a database. They were
 * there first and are taken away.
 * @param closers  called one after the other; one that fails keeps no other from closing
 */
export function stopOnSignals(server: HttpServer, closers: readonly (() => Promise<unknown>)[]): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the whole group and `npm start` passes it on: the second is the same wish.
      if (!isStopping) void stop(signal, server, closers);
      isStopping = true;
    });
  }
}

async function stop(signal: string, server: HttpServer, closers: readonly (() => Promise<unknown>)[]): Promise<void> {
  logger.info({ signal }, "stopping");
  const isDrained = await isDoneWithin(server.drain(), DRAIN_MS_MAX);
  if (!isDrained) logger.warn("requests under way are cut off");
  const isClosed = await isDoneWithin(closeAll(closers), CLOSE_MS_MAX);
  logger.info({ isDrained, isClosed }, "stopped");
  process.exit(isDrained && isClosed ? 0 : 1);
}

async function closeAll(closers: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers) await close().catch((error: unknown) => logger.error({ err: error }, "closing failed"));
}

const isDoneWithin = (work: Promise<unknown>, ms: number): Promise<boolean> =>
  Promise.race([work.then(() => true), delay(ms, false)]);
