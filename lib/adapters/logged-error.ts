const TEXT_MAX = 500;
const CAUSES_MAX = 4;

type LoggedError = { type: string; code?: string; message: string; stack?: string; cause?: LoggedError };

/**
 * What of an error may be logged. Databases and libraries quote what they were given, in messages and in fields of their own such as
 * `detail`, so only the fields that we know are kept and the message is cleaned.
 */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: cleanText(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
    message: cleanText(error.message),
    ...(error.stack === undefined ? {} : { stack: toFrames(error.stack) }),
    ...(error.cause === undefined || depth >= CAUSES_MAX ? {} : { cause: toLoggedError(error.cause, depth + 1) }),
  };
}

/** Without quoted values, e-mail addresses, tokens and the calls, arguments and all, that Prisma prints above its messages. */
export function cleanText(text: string): string {
  const isPrismaCall = /^\s*Invalid `.*` invocation/.test(text);
  const own = isPrismaCall ? (text.trim().split("\n").at(-1) ?? "") : text;
  return own
    .replace(/\S+@\S+/g, "[e-mail]")
    .replace(/\b[\w-]{16,}\.[\w-]{16,}(\.[\w-]+)*/g, "[token]")
    .replace(/=\([^)]*\)/g, "=([removed])")
    .replace(/"[^"\n]{60,}"/g, '"[removed]"')
    .slice(0, TEXT_MAX);
}

/** The stack repeats the message above its frames. */
function toFrames(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
