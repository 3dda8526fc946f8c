import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";

/** argon2id, which is the package's default: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Costs as much to check as a real one, and nothing is known to match it. */
const NOBODYS_HASH = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Each takes 19 MiB and one of the four threads that files and the model need too. */
const RUNNING_MAX = 2;
const WAITING_MAX = 100;

export type PasswordHasher = {
  hash: (password: string) => Promise<string>;
  /** False without a hash, after the same work. */
  verify: (passwordHash: string | null, password: string) => Promise<boolean>;
};

/**
 * Hashes passwords, few at a time: a flood of logins waits in a short line instead of filling the memory.
 * @throws AppError RATE_LIMITED, from both, when the line is full
 */
export function makePasswordHasher(waitingMax = WAITING_MAX): PasswordHasher {
  const runInLine = makeLine(waitingMax);
  return {
    hash: (password) => runInLine(() => hash(toBytes(password), OPTIONS)),
    verify: (passwordHash, password) =>
      runInLine(async () => (await verify(passwordHash ?? NOBODYS_HASH, toBytes(password))) && passwordHash !== null),
  };
}

/** The same characters give the same bytes, whichever way a keyboard puts an accent on its letter (NIST SP 800-63B, 3.1.1.2). */
const toBytes = (password: string): Uint8Array => Buffer.from(password.normalize("NFKC"));

function makeLine(waitingMax: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (running >= RUNNING_MAX) {
      if (waiting.length >= waitingMax) {
        throw new AppError("RATE_LIMITED", {
          publicMessage: "Too many people are logging in at this moment. Please try again in a few seconds.",
          retryAfterSeconds: 5,
        });
      }
      // Whoever finishes hands their place over, so that nobody new slips in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
