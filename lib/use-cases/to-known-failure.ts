import { isPersonGone } from "@/lib/db/gone";
import { AppError, DatabaseAwayError } from "@/lib/errors";

/** The failure of a request as far as it can be told to its caller; others come back as they are. */
export function toKnownFailure(error: unknown): unknown {
  if (error instanceof DatabaseAwayError) {
    return new AppError("NOT_READY", {
      message: error.message,
      publicMessage: "The database does not answer at this moment. Please try again.",
      retryAfterSeconds: 1,
      cause: error,
    });
  }
  if (!isPersonGone(error)) return error;
  return new AppError("CONFLICT", {
    publicMessage:
      "You signed in or out, or your data was deleted, while this was under way. Please reload and try again.",
    cause: error,
  });
}
