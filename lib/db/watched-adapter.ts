import { setTimeout as delay } from "node:timers/promises";
import { type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { DatabaseAwayError } from "@/lib/errors";
import { isConnectionLost } from "./connection-lost";
import type { PrismaClient } from "./generated/client";

type Factory = NonNullable<ConstructorParameters<typeof PrismaClient>[0]["adapter"]>;
type Adapter = Awaited<ReturnType<Factory["connect"]>>;
type Query = Parameters<Adapter["queryRaw"]>[0];

export type DatabaseErrorKind = "connection" | "query";
type Watch = { onError: (kind: DatabaseErrorKind) => void };

const RETRY_WITHIN_MS = 2000;
const RETRY_AFTER_MS = 50;

/**
 * Watches everything that goes to a database: a span each, a count of what fails, and one answer to a connection that was cut. A read
 * is tried once more, since the pool has a new connection by then. A write may have happened, and inside a transaction there is nothing
 * left to go on with: the caller has to decide about those.
 */
export function watchAdapter(factory: Factory, watch: Watch): Factory {
  const connect = async (): Promise<Adapter> => {
    const adapter = await factory.connect();
    const runOutside = <Result>(query: Query, run: () => Promise<Result>) =>
      inSpan(query, () => (isRead(query.sql) ? retryOnce(run) : run()), watch);
    return Object.assign(Object.create(adapter) as Adapter, {
      queryRaw: (query: Query) => runOutside(query, () => adapter.queryRaw(query)),
      executeRaw: (query: Query) => runOutside(query, () => adapter.executeRaw(query)),
      startTransaction: async (...options: Parameters<Adapter["startTransaction"]>) => {
        const transaction = await inSpan(
          { sql: "BEGIN" },
          () => retryOnce(() => adapter.startTransaction(...options)),
          watch,
        );
        return Object.assign(Object.create(transaction) as typeof transaction, {
          queryRaw: (query: Query) => inSpan(query, () => transaction.queryRaw(query), watch),
          executeRaw: (query: Query) => inSpan(query, () => transaction.executeRaw(query), watch),
        });
      },
    });
  };
  return Object.assign(Object.create(factory) as Factory, { connect });
}

async function retryOnce<Result>(run: () => Promise<Result>): Promise<Result> {
  const startedMs = performance.now();
  try {
    return await run();
  } catch (error) {
    // What failed after a long wait, such as for a place in the pool, would only wait as long again.
    if (!isConnectionLost(error) || performance.now() - startedMs > RETRY_WITHIN_MS) throw error;
    // By then the pool has heard of the end of its other connections, and hands out a new one.
    await delay(RETRY_AFTER_MS);
    return run();
  }
}

function inSpan<Result>({ sql }: Pick<Query, "sql">, run: () => Promise<Result>, watch: Watch): Promise<Result> {
  // Asked for each time: a tracer that was there before tracing started in another copy of its module would stay empty.
  return trace.getTracer("waymark").startActiveSpan(toSpanName(sql), async (span: Span) => {
    span.setAttribute("db.system.name", "postgresql");
    try {
      return await run();
    } catch (cause) {
      const isLost = isConnectionLost(cause);
      watch.onError(isLost ? "connection" : "query");
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (!isLost) throw cause;
      throw new DatabaseAwayError("the connection to the database was lost", { cause });
    } finally {
      span.end();
    }
  });
}

/** What is done to which table. The statement itself may hold what people wrote. */
function toSpanName(sql: string): string {
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? "query";
  const table = /\b(?:FROM|INTO|UPDATE)\s+(?:"public"\.)?"(\w+)"/.exec(sql)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}

/** A statement that changes nothing however often it runs. */
function isRead(sql: string): boolean {
  return (
    /^\s*(SELECT|WITH)\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE|MERGE|pg_advisory\w*|nextval|set_config)\b/i.test(sql)
  );
}
