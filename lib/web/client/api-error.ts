import type { Problem } from "@/lib/contracts/problem";

export type ApiErrorKind =
  /** The server could not be reached at all. */
  | "offline"
  /** The server says that the request is not acceptable (4xx). */
  | "refused"
  /** The server failed or answered something that is not what was agreed. */
  | "failed";

/** Why a call to the API failed, in a form that a screen can show. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly kind: ApiErrorKind;
  /** HTTP status; null when there was no reply. */
  readonly status: number | null;
  /** One entry a faulty field. */
  readonly fields: NonNullable<Problem["errors"]>;
  readonly requestId: string | null;

  constructor(
    kind: ApiErrorKind,
    message: string,
    details: { status?: number; fields?: Problem["errors"]; requestId?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.status = details.status ?? null;
    this.fields = details.fields ?? [];
    this.requestId = details.requestId ?? null;
  }
}
