import "./environment";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeRateLimiter, type RateLimiter } from "@/lib/adapters/rate-limiter";
import { requestContexts } from "@/lib/adapters/request-context";
import type { Deps } from "@/lib/use-cases/deps";
import { type ApiReply, type CallInput, callApi, getReply, type OperationName } from "./call-api";
import { openTestDeps, routeThrough } from "./each-engine";
import { exampleAnswers } from "./example-answers";
import { startFakeRedis } from "./fake-redis";

const ALLOWANCE = { name: "test", calls: 3, seconds: 60 };
const PASSWORD = "a password of some length";

/** A call as it comes from one address over HTTP. */
const callFrom = (address: string, name: OperationName, input: CallInput): Promise<ApiReply> =>
  requestContexts.run({ requestId: crypto.randomUUID(), address, isLocal: false }, () => callApi(name, input));

const logIn = (email: string, password: string, address = "192.0.2.1") =>
  callFrom(address, "login", { body: { email, password } });

/** Up to `times` calls, until one is refused. */
async function countAllowed(times: number, call: (i: number) => Promise<ApiReply>): Promise<number> {
  for (let i = 0; i < times; i++) if ((await call(i)).status === 429) return i;
  return times;
}

describe("the limits of the API", () => {
  let deps: Deps;
  beforeAll(async () => {
    deps = await openTestDeps("embedded");
  });
  afterAll(() => deps.close());

  /** Fresh counts. Hashing is left out, since it is not what is counted. */
  const withLimits = (scale = 1): void => {
    const passwords = {
      ...deps.passwords,
      verify: async (_: string | null, password: string) => password === PASSWORD,
    };
    routeThrough({ ...deps, passwords, limiter: makeRateLimiter({ scale }) });
  };
  afterEach(() => routeThrough(deps));

  test("ten wrong passwords for one account are all, from however many addresses, and say when to come back", async () => {
    await getReply("register", { body: { email: "ada@example.org", password: PASSWORD } });
    withLimits();
    const wrong = await countAllowed(20, (i) => logIn("ada@example.org", `wrong ${i}`, `198.51.100.${i}`));
    expect(wrong).toBe(10);
    const refused = await logIn(" ADA@example.org ", PASSWORD, "203.0.113.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(refused.json).toMatchObject({ title: "Too many requests", detail: expect.stringContaining("15 minutes") });
    expect((await logIn("somebody.else@example.org", "wrong", "203.0.113.1")).status).toBe(401);
  });

  test("the right password takes nothing from the ten", async () => {
    await getReply("register", { body: { email: "bea@example.org", password: PASSWORD } });
    withLimits();
    for (let i = 0; i < 15; i++) expect((await logIn("bea@example.org", PASSWORD)).status).toBe(200);
    const allowed = await countAllowed(20, () => logIn("bea@example.org", "wrong"));
    expect(allowed).toBe(10);
  });

  test("somebody signed in has no more tries at their own password than somebody who signs in", async () => {
    const tokens = await getReply("register", { body: { email: "cy@example.org", password: PASSWORD } });
    withLimits();
    const allowed = await countAllowed(20, (i) =>
      callFrom(`198.51.100.${i}`, "changePassword", {
        accessToken: tokens.accessToken,
        body: { currentPassword: `wrong ${i}`, newPassword: "another long password" },
      }),
    );
    expect(allowed).toBe(10);
  });

  test("one address has as many tries over all accounts as a school needs, and one network of IPv6 counts as one", async () => {
    withLimits();
    const allowed = await countAllowed(500, (i) => logIn(`p${i}@example.org`, "wrong", `2001:db8::${i.toString(16)}`));
    expect(allowed).toBe(120);
    expect((await logIn("x@example.org", "wrong", "2001:db8:0:1::1")).status).toBe(401);
  });

  test("what is counted goes by account once there is one, and a guest is an address", async () => {
    const tokens = await getReply("register", { body: { email: "di@example.org", password: PASSWORD } });
    withLimits(0.01);
    const body = { answers: exampleAnswers() };
    expect(await countAllowed(20, () => callFrom("192.0.2.9", "submitQuiz", { body }))).toBe(6);
    const { accessToken } = tokens;
    expect(await countAllowed(20, () => callFrom("192.0.2.9", "submitQuiz", { body, accessToken }))).toBe(6);
    expect((await callFrom("192.0.2.9", "getQuizQuestions", {})).status).toBe(200);
  });

  test("every counted reply says what is left", async () => {
    withLimits();
    const reply = await callFrom("192.0.2.10", "submitQuiz", { body: { answers: exampleAnswers() } });
    expect(reply.headers.get("ratelimit-policy")).toBe('"compute";q=600;w=60');
    expect(reply.headers.get("ratelimit")).toMatch(/^"compute";r=599;t=(59|60)$/);
    expect((await callFrom("192.0.2.10", "getQuizQuestions", {})).headers.get("ratelimit")).toBeNull();
  });

  test("ten thousand logins at once are mostly refused before they cost anything", async () => {
    let hashed = 0;
    const verify = async () => {
      hashed += 1;
      return false;
    };
    routeThrough({ ...deps, passwords: { ...deps.passwords, verify }, limiter: makeRateLimiter({ scale: 1 }) });
    const replies = await Promise.all(
      Array.from({ length: 10_000 }, (_, i) => logIn(`p${i % 5000}@example.org`, "wrong", `192.0.2.${i % 4}`)),
    );
    expect(hashed).toBe(4 * 120);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(10_000 - 4 * 120);
  });
});

describe("a limiter on Redis", () => {
  const take = async (limiter: RateLimiter, key = "k") => (await limiter.take(ALLOWANCE, key))?.isAllowed;
  /** A connection is made in the background: until it is there, the limiter counts on its own. */
  const untilCountedThere = (limiter: RateLimiter, counts: Map<string, number>, key: string): Promise<void> =>
    expect
      .poll(async () => {
        await take(limiter, key);
        return counts.has(`waymark:test:${key}`);
      })
      .toBe(true);

  test("shares its counts with other servers, and counts on its own while Redis is away", async () => {
    const redis = await startFakeRedis();
    const [one, other] = [0, 1].map(() => makeRateLimiter({ redisUrl: redis.url, scale: 1 })) as [
      RateLimiter,
      RateLimiter,
    ];
    try {
      await untilCountedThere(one, redis.counts, "one");
      await untilCountedThere(other, redis.counts, "other");
      expect([await take(one), await take(other), await take(one), await take(other)]).toEqual([
        true,
        true,
        true,
        false,
      ]);
      expect(redis.counts.get("waymark:test:k")).toBe(4);
      await one.giveBack(ALLOWANCE, "k");
      expect(redis.counts.get("waymark:test:k")).toBe(3);

      await redis.stop();
      const alone = [await take(one), await take(one), await take(one), await take(one)];
      expect(alone).toEqual([true, true, true, false]);
      expect(await take(other)).toBe(true);

      await redis.start();
      redis.counts.clear();
      await untilCountedThere(one, redis.counts, "again");
    } finally {
      await one.close();
      await other.close();
      await redis.stop();
    }
  });

  test("answers at once when there never was a Redis", async () => {
    const limiter = makeRateLimiter({ redisUrl: "redis://127.0.0.1:1", scale: 1 });
    try {
      expect([await take(limiter), await take(limiter), await take(limiter), await take(limiter)]).toEqual([
        ...[true, true, true],
        false,
      ]);
    } finally {
      await limiter.close();
    }
  });
});

test("switched off, nothing is counted", async () => {
  const limiter = makeRateLimiter({ scale: 0 });
  expect(await limiter.take({ ...ALLOWANCE, calls: 1 }, "k")).toBeNull();
  expect(await limiter.take({ ...ALLOWANCE, calls: 1 }, "k")).toBeNull();
});
