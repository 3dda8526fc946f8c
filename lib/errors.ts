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

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** What a person may read; the plain message stays in the log. */
  readonly publicMessage: string;
  readonly fields: readonly FieldError[];

  constructor(
    code: ErrorCode,
    options: { message?: string; publicMessage: string; fields?: FieldError[]; cause?: unknown },
  ) {
    super(options.message ?? options.publicMessage, { cause: options.cause });
    this.code = code;
    this.publicMessage = options.publicMessage;
    this.fields = options.fields ?? [];
  }
}
