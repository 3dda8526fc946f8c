const CAUSES_MAX = 5;
/** PostgreSQL's: connection exceptions, the server is ended or starting, too many connections. */
const SQL_STATES = /^(08\w{3}|57P0[1-5]|53300)$/;
const SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);
/** What Prisma's adapters make of the same. */
const ADAPTER_KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
/** node-postgres gives these no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a database call failed because the database could not be reached, or was lost on the way. */
export function isConnectionLost(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < CAUSES_MAX && typeof current === "object" && current !== null; depth++) {
    const { code, originalCode, kind, message, cause } = current as Record<string, unknown>;
    const codes = [code, originalCode].filter((one) => typeof one === "string");
    if (codes.some((one) => SQL_STATES.test(one) || SYSTEM_CODES.has(one))) return true;
    if (typeof kind === "string" && ADAPTER_KINDS.has(kind)) return true;
    if (typeof message === "string" && MESSAGES.test(message)) return true;
    current = cause;
  }
  return false;
}
