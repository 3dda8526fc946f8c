import { AppError } from "@/lib/errors";

export function jobNotFound(): AppError {
  return new AppError("NOT_FOUND", {
    publicMessage: "There is no such job. It may have been taken down.",
    fields: [{ field: "jobId", message: "must be the id of a job" }],
  });
}

export function jobClosed(): AppError {
  return new AppError("CONFLICT", {
    publicMessage: "The job is closed: it takes no applications any more.",
    fields: [{ field: "jobId", message: "must be the id of an open job" }],
  });
}

/** Somebody whose data was deleted while their cookie was still around. */
export function personGone(): AppError {
  return new AppError("UNAUTHENTICATED", {
    publicMessage: "Take the quiz or sign in first: there is nothing of yours any more.",
  });
}
