import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";

export const isAccount = (actor: Actor): boolean => actor.userId !== null && actor.role !== "guest";
export const isAdmin = (actor: Actor): boolean => isAccount(actor) && actor.role === "admin";

/**
 * Whether somebody may open what a quiz brought. It is its owner's. A program that keeps no cookie has nothing but the id to show, so
 * for a guest's quiz the unguessable id is enough from a caller who does not say who they are; never for an account's.
 */
export function canOpenSession(actor: Actor, session: { userId: string; ownerRole: string }): boolean {
  if (actor.userId !== null) return actor.userId === session.userId;
  return session.ownerRole === "guest" && !actor.isBrowser;
}

/** @throws AppError UNAUTHENTICATED, or FORBIDDEN */
export function requireAdmin(actor: Actor): string {
  const userId = requireAccount(actor);
  if (!isAdmin(actor)) throw new AppError("FORBIDDEN", { publicMessage: "Only admins may do this." });
  return userId;
}

/** @throws AppError UNAUTHENTICATED for guests and strangers */
export function requireAccount(actor: Actor): string {
  if (actor.userId === null || !isAccount(actor)) {
    throw new AppError("UNAUTHENTICATED", { publicMessage: "Please sign in first." });
  }
  return actor.userId;
}

/** @throws AppError UNAUTHENTICATED for somebody without as much as a guest's cookie */
export function requireKnown(actor: Actor): string {
  if (actor.userId === null) {
    throw new AppError("UNAUTHENTICATED", {
      publicMessage: "Take the quiz or sign in first: there is nothing of yours yet.",
    });
  }
  return actor.userId;
}
