import pino, { type DestinationStream, type Logger } from "pino";
import { getEnv } from "@/lib/env";
import { cleanText, toLoggedError } from "./logged-error";
import { getRequestContext } from "./request-context";

/** A second net: nothing under these names belongs in a log in the first place. */
const SECRET_FIELDS = [
  ...["email", "password", "newPassword", "currentPassword", "passwordHash", "token", "accessToken", "refreshToken"],
  ...["authorization", "cookie", "address", "ip", "answers", "headline", "note", "name"],
];

/**
 * Structured logs, one JSON object a line. Nothing personal goes in: ids and codes, never answers or texts.
 * @param destination  the standard output when left out
 */
export function makeLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[removed]" },
    serializers: { err: toLoggedError },
    hooks: {
      // Without a message of its own a line would repeat the error's, uncleaned.
      logMethod(this: Logger, [first, message, ...rest]: unknown[], method: (...parts: unknown[]) => void): void {
        if (typeof first === "string") method.call(this, cleanText(first));
        else method.call(this, first, cleanText(typeof message === "string" ? message : "error"), ...rest);
      },
    },
    mixin: (line: object) => {
      const context = getRequestContext();
      return context === undefined || "requestId" in line ? {} : { requestId: context.requestId };
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export const logger = makeLogger(getEnv().LOG_LEVEL);
