import { Prisma } from "./generated/client";

/**
 * Whether a statement failed because the person whose row it was to write is gone: signed in meanwhile, so that the guest became the
 * account, or deleted. Every foreign key on a person has userId in its name.
 */
export function isPersonGone(error: unknown): boolean {
  const cause = toCause(error);
  return cause?.originalCode === "23503" && /_userId_/.test(cause.constraint?.index ?? "");
}

/** Whether two transactions stood in each other's way; the one that was given up can be tried again. */
export function isContention(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || ["40001", "40P01"].includes(toCause(error)?.originalCode ?? "");
}

type Cause = { originalCode?: string; constraint?: { index?: string } };

function toCause(error: unknown): Cause | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  return (error.meta?.driverAdapterError as { cause?: Cause } | undefined)?.cause;
}
