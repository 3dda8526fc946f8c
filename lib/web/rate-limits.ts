import { createHmac } from "node:crypto";
import { getAuthSecret } from "@/lib/adapters/auth-secret";
import { metrics } from "@/lib/adapters/metrics";
import { toNetwork } from "@/lib/adapters/peer-address";
import type { Allowance, RateLimiter, Taken } from "@/lib/adapters/rate-limiter";
import { getRequestContext } from "@/lib/adapters/request-context";
import type { LimitName, Operation } from "@/lib/contracts/operation";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/use-cases/actor";

const MINUTE = 60;

/**
 * How much one caller may do. A caller is an account, or else an address, behind which a whole school may sit: so the numbers are for
 * thirty people in one room, and still far below what would hurt the server.
 */
const ALLOWANCES: Record<LimitName, Allowance> = {
  // A class that registers, mistypes and tries again. Each of them costs a password hash of 20 ms.
  auth: { name: "auth", calls: 120, seconds: 15 * MINUTE },
  // Editing a profile saves every few seconds.
  account: { name: "account", calls: 120, seconds: MINUTE },
  // A browser sends what happened in batches every few seconds, and once more when it leaves.
  tracking: { name: "tracking", calls: 600, seconds: MINUTE },
  // Moving a slider ranks anew some times a second; each costs about 5 ms.
  compute: { name: "compute", calls: 600, seconds: MINUTE },
  // Lists, statistics and exports, a few milliseconds each.
  read: { name: "read", calls: 1200, seconds: MINUTE },
};

/**
 * Wrong passwords for one account, wherever they come from: made-up or many addresses do not help a guesser. A person who forgot theirs
 * tries fewer, and signing in at last gives all of them back but those that failed.
 */
const GUESSES: Allowance = { name: "guesses", calls: 10, seconds: 15 * MINUTE };

/**
 * Counts a call.
 * @returns headers for the reply (draft-ietf-httpapi-ratelimit-headers)
 * @throws AppError RATE_LIMITED
 */
export async function limitCalls(
  limiter: RateLimiter,
  limit: LimitName,
  actor: Pick<Actor, "userId" | "role">,
): Promise<[string, string][]> {
  // Guests are free to make, and whoever signs in is nobody yet: both count by where they are.
  const isByAccount = limit !== "auth" && actor.userId !== null && actor.role !== "guest";
  const network = toNetwork(getRequestContext()?.address ?? "unknown");
  const { name, seconds } = ALLOWANCES[limit];
  const taken = await take(limiter, ALLOWANCES[limit], isByAccount ? `account ${actor.userId}` : `network ${network}`);
  if (taken === null) return [];
  return [
    ["ratelimit-policy", `"${name}";q=${taken.quota};w=${seconds}`],
    ["ratelimit", `"${name}";r=${taken.left};t=${taken.resetSeconds}`],
  ];
}

/**
 * Counts a try at an account's password, where an operation takes one.
 * @returns to be called when it was right, which makes it count no more
 * @throws AppError RATE_LIMITED
 */
export async function limitGuesses(
  limiter: RateLimiter,
  operation: Pick<Operation, "limit" | "access">,
  actor: Pick<Actor, "userId">,
  body: unknown,
): Promise<() => Promise<void>> {
  const subject = operation.limit === "auth" ? toSubject(operation, actor, body) : null;
  if (subject === null) return async () => {};
  await take(limiter, GUESSES, subject);
  return () => limiter.giveBack(GUESSES, toStoredKey(subject));
}

/** Whose password is tried. Whoever signs in says it themselves, and is not asked who they are otherwise. */
function toSubject({ access }: Pick<Operation, "access">, { userId }: Pick<Actor, "userId">, body: unknown) {
  if (access === "account") return `account ${userId}`;
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === "string" ? `email ${email.trim().toLowerCase()}` : null;
}

async function take(limiter: RateLimiter, allowance: Allowance, key: string): Promise<Taken | null> {
  const taken = await limiter.take(allowance, toStoredKey(key));
  if (taken === null || taken.isAllowed) return taken;
  metrics.rateLimited.inc({ limit: allowance.name });
  throw new AppError("RATE_LIMITED", {
    publicMessage: `Too many requests. Please try again ${toWait(taken.resetSeconds)}.`,
    retryAfterSeconds: taken.resetSeconds,
  });
}

/** Addresses and e-mail addresses are kept nowhere, not even for minutes in Redis. */
function toStoredKey(key: string): string {
  return createHmac("sha256", getAuthSecret()).update(`limit:${key}`).digest("base64url").slice(0, 22);
}

function toWait(seconds: number): string {
  if (seconds <= MINUTE) return seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  return `in ${Math.ceil(seconds / MINUTE)} minutes`;
}
