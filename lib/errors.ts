/** Everything that can go wrong in a way a caller can act on. Only lib/web/route.ts knows which HTTP status each one is. */
export type ErrorCode =
  | "INVALID_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "NOT_READY"
  | "UPSTREAM_FAILED";

export type FieldError = { field: string; message: string };

// Next bundles this module several times into one process, and an error may cross from one copy to another: what was opened at the start
// belongs to another copy than the routes. So an error is what it is called.
const isNamed = (value: unknown, name: string): boolean => value instanceof Error && value.name === name;

export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, "AppError");
  }

  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** What a person may read; the plain message stays in the log. */
  readonly publicMessage: string;
  readonly fields: readonly FieldError[];
  /** When it makes sense to try again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    options: {
      message?: string;
      publicMessage: string;
      fields?: FieldError[];
      retryAfterSeconds?: number;
      cause?: unknown;
    },
  ) {
    super(options.message ?? options.publicMessage, { cause: options.cause });
    this.code = code;
    this.publicMessage = options.publicMessage;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The database cannot be reached. Prisma makes an error of its own out of every one with a `code`, so this has none. */
export class DatabaseAwayError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, "DatabaseAwayError");
  }

  override readonly name = "DatabaseAwayError";
}
