import type { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { logger } from "./logger";

/** So many calls in so many seconds, counted from the first one on. */
export type Allowance = { name: string; calls: number; seconds: number };

export type Taken = {
  isAllowed: boolean;
  /** Calls allowed in all and left, and seconds until all are back. */
  quota: number;
  left: number;
  resetSeconds: number;
};

export type RateLimiter = {
  /** null when limits are switched off */
  take: (allowance: Allowance, key: string) => Promise<Taken | null>;
  /** Undoes one `take`, for calls that turned out not to count. */
  giveBack: (allowance: Allowance, key: string) => Promise<void>;
  close: () => Promise<void>;
};

type Options = {
  /** Counts in Redis, so that several servers share the counts; in this process when left out, and while Redis is away. */
  redisUrl?: string | undefined;
  /** Multiplies every allowance; 0 switches them off. */
  scale: number;
};

export function makeRateLimiter({ redisUrl, scale }: Options): RateLimiter {
  if (scale === 0) return { take: async () => null, giveBack: async () => {}, close: async () => {} };
  let redis: Promise<Redis> | undefined;
  const stores = new Map<string, Promise<RateLimiterAbstract>>();
  const getStore = ({ name, calls, seconds }: Allowance): Promise<RateLimiterAbstract> => {
    const options = { keyPrefix: `waymark:${name}`, points: Math.ceil(calls * scale), duration: seconds };
    const make = async (): Promise<RateLimiterAbstract> => {
      const memory = new RateLimiterMemory(options);
      if (redisUrl === undefined) return memory;
      redis ??= connectRedis(redisUrl);
      const storeClient = await redis;
      return new RateLimiterRedis({ ...options, storeClient, insuranceLimiter: memory, rejectIfRedisNotReady: true });
    };
    const store = stores.get(name) ?? make();
    stores.set(name, store);
    return store;
  };
  return {
    take: async (allowance, key) => {
      const store = await getStore(allowance);
      try {
        return toTaken(await store.consume(key), store.points, true);
      } catch (error) {
        if (error instanceof RateLimiterRes) return toTaken(error, store.points, false);
        throw error;
      }
    },
    giveBack: async (allowance, key) => {
      await (await getStore(allowance)).reward(key);
    },
    close: async () => (await redis)?.disconnect(),
  };
}

function toTaken({ remainingPoints, msBeforeNext }: RateLimiterRes, quota: number, isAllowed: boolean): Taken {
  return { isAllowed, quota, left: remainingPoints, resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

/** Connects in the background and again whenever the connection is lost; until then the caller counts on its own. */
async function connectRedis(url: string): Promise<Redis> {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, {
    // A request must not wait for a Redis that does not answer.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    commandTimeout: 250,
    retryStrategy: (attempt) => Math.min(200 * attempt, 5000),
  });
  let isAway = false;
  redis.on("error", (error) => {
    if (!isAway) logger.warn({ err: error }, "Redis is away: every server counts requests on its own");
    isAway = true;
  });
  redis.on("ready", () => {
    if (isAway) logger.info("Redis is back");
    isAway = false;
  });
  return redis;
}
