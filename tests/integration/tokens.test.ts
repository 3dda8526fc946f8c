import { createHash, createHmac, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signAccessToken } from "@/lib/adapters/access-token";
import type { Deps } from "@/lib/use-cases/deps";
import { makeEmail, PASSWORD } from "./account-calls";
import { type ApiReply, callApi, getReply } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3600 * 1000;
const times = <Result>(count: number, run: () => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, run));

type TokensReply = { accessToken: string; refreshToken: string };

describe.each(ENGINES)("tokens (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function makeAccount(): Promise<TokensReply & { id: string; email: string }> {
    const email = makeEmail();
    const tokens = await getReply("register", { body: { email, password: PASSWORD } });
    const { id } = await getReply("getMe", tokens);
    return { ...tokens, id, email };
  }

  const refresh = (refreshToken: string): Promise<ApiReply> => callApi("refresh", { body: { refreshToken } });
  const toTokens = (reply: ApiReply): TokensReply => {
    expect(reply.status).toBe(200);
    return reply.json as TokensReply;
  };
  const at = async (afterMs: number, run: () => Promise<void>): Promise<void> => {
    routeThrough({ ...deps, nowMs: () => Date.now() + afterMs });
    try {
      await run();
    } finally {
      routeThrough(deps);
    }
  };

  describe("an access token", () => {
    test("is good for a quarter of an hour", async () => {
      const { accessToken } = await makeAccount();
      await at(14 * MINUTE_MS, async () => expect((await callApi("getMe", { accessToken })).status).toBe(200));
      await at(16 * MINUTE_MS, async () => expect((await callApi("getMe", { accessToken })).status).toBe(401));
    });

    test("counts for nothing when anything about it is not ours", async () => {
      const { accessToken, refreshToken, id } = await makeAccount();
      const secret = process.env.AUTH_SECRET ?? "";
      const key = new Uint8Array(hkdfSync("sha256", secret, "", "waymark access token", 32));
      const now = Math.floor(Date.now() / 1000);
      const claims = { sub: id, epoch: 0, iss: "waymark", aud: "waymark-api", iat: now, exp: now + 600 };
      const sign = (over: object, header: object = {}, signingKey = key) =>
        new SignJWT({ ...claims, ...over })
          .setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...header })
          .sign(signingKey);
      const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
      const [head = "", payload = "", signature = ""] = accessToken.split(".");
      const rsaConfused = `${encode({ alg: "RS256", typ: "at+jwt" })}.${encode(claims)}`;
      const forged: Record<string, string> = {
        "alg none": `${encode({ alg: "none", typ: "at+jwt" })}.${encode(claims)}.`,
        "alg None with the old signature": `${encode({ alg: "None", typ: "at+jwt" })}.${payload}.${signature}`,
        "no signature": `${head}.${payload}.`,
        "a signature of another token": `${head}.${encode(claims)}.${signature}`,
        "the secret itself as key": await sign({}, {}, new TextEncoder().encode(secret)),
        "another key": await sign({}, {}, new Uint8Array(32)),
        "another algorithm": await sign({}, { alg: "HS512" }, new Uint8Array(64)),
        "another algorithm with our key": `${rsaConfused}.${createHmac("sha256", key).update(rsaConfused).digest("base64url")}`,
        "another audience": await sign({ aud: "another-api" }),
        "another issuer": await sign({ iss: "another" }),
        "no type": await sign({}, { typ: undefined }),
        "an identity token's type": await sign({}, { typ: "JWT" }),
        "a key of its own": await sign({}, { jwk: { kty: "oct", k: "AAAA" } }, new Uint8Array(32)),
        expired: await sign({ exp: now - 60 }),
        "no end": await sign({ exp: undefined }),
        "a text as end": `${head}.${encode({ ...claims, exp: "never" })}.${signature}`,
        "not begun": await sign({ nbf: now + 600 }),
        "an epoch to come": await sign({ epoch: 1 }),
        "no epoch": await sign({ epoch: undefined }),
        "a text as epoch": await sign({ epoch: "0" }),
        "somebody unknown": await sign({ sub: crypto.randomUUID() }),
        "no id": await sign({ sub: "x' OR '1'='1" }),
        "a refresh token": refreshToken,
        "two tokens": `${accessToken},${accessToken}`,
        nothing: "",
        rubbish: "a.b.c",
        "a very long one": `${head}.${"A".repeat(500_000)}.${signature}`,
      };
      for (const [what, token] of Object.entries(forged)) {
        const { status } = await callApi("getMe", { headers: { authorization: `Bearer ${token}` } });
        expect({ what, status }).toEqual({ what, status: 401 });
      }
      expect((await callApi("getMe", { accessToken: await sign({}) })).status).toBe(200);
      expect((await callApi("getMe", { headers: { authorization: `bearer ${accessToken}` } })).status).toBe(200);
    });

    test("no change of a letter survives", async () => {
      const { accessToken } = await makeAccount();
      const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      // The last letter of a part carries bits that mean nothing.
      const places = [...accessToken].flatMap((letter, place) =>
        letter === "." || place === accessToken.length - 1 || accessToken[place + 1] === "." ? [] : [place],
      );
      const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...alphabet));
      await fc.assert(
        fc.asyncProperty(change, async ([place, letter]) => {
          fc.pre(accessToken[place] !== letter);
          const token = accessToken.slice(0, place) + letter + accessToken.slice(place + 1);
          expect((await callApi("getMe", { accessToken: token })).status).toBe(401);
        }),
        { numRuns: 60 },
      );
    });

    test("of somebody locked, deleted or signed out everywhere counts for nothing", async () => {
      const locked = await makeAccount();
      await deps.db.user.update({ where: { id: locked.id }, data: { lockedAt: new Date() } });
      const gone = await makeAccount();
      await deps.db.user.delete({ where: { id: gone.id } });
      const out = await makeAccount();
      expect(await getReply("signOutEverywhere", out)).toEqual({ done: true });
      for (const { accessToken, refreshToken } of [locked, gone, out]) {
        expect((await callApi("getMe", { accessToken })).status).toBe(401);
        expect((await refresh(refreshToken)).status).toBe(401);
      }
    });

    test("that does not hold is refused even where nobody needs one, and beside a cookie that would do", async () => {
      const guest = await callApi("setConsent", { body: { tracking: true } });
      const cookie = guest.headers.getSetCookie()[0]?.split(";")[0] ?? "";
      expect((await callApi("getQuizQuestions", { accessToken: "x" })).status).toBe(401);
      expect((await callApi("getMe", { accessToken: "x", cookie })).status).toBe(401);
    });

    test("does not tell the role: a change of it counts at once", async () => {
      const { accessToken, id } = await makeAccount();
      await deps.db.user.update({ where: { id }, data: { role: "provider" } });
      expect((await getReply("getMe", { accessToken })).role).toBe("provider");
    });
  });

  describe("a refresh token", () => {
    test("is stored as a hash only", async () => {
      const { refreshToken, id } = await makeAccount();
      const [row] = await deps.db.refreshToken.findMany({ where: { userId: id } });
      const [owner, tokenId, secret = ""] = refreshToken.split(".");
      expect([owner, tokenId]).toEqual([id, row?.id]);
      expect(row?.secretHash).toBe(createHash("sha256").update(secret).digest("hex"));
      expect(JSON.stringify(row)).not.toContain(secret);
    });

    test("brings new tokens, which bring new ones again", async () => {
      const account = await makeAccount();
      let { refreshToken } = account;
      const seen = new Set([refreshToken]);
      for (let round = 0; round < 5; round += 1) {
        const tokens = toTokens(await refresh(refreshToken));
        expect((await getReply("getMe", tokens)).id).toBe(account.id);
        refreshToken = tokens.refreshToken;
        seen.add(refreshToken);
      }
      expect(seen.size).toBe(6);
    });

    test("used twice ends its whole family, but no other login", async () => {
      const account = await makeAccount();
      const other = await getReply("login", { body: { email: account.email, password: PASSWORD } });
      const second = toTokens(await refresh(account.refreshToken));
      const third = toTokens(await refresh(second.refreshToken));
      expect((await refresh(account.refreshToken)).status).toBe(401);
      for (const token of [second, third]) expect((await refresh(token.refreshToken)).status).toBe(401);
      toTokens(await refresh(other.refreshToken));
    });

    test("shown by many at once brings one of them new tokens, and ends the family since two had it", async () => {
      for (let round = 0; round < 5; round += 1) {
        const { refreshToken, id } = await makeAccount();
        const replies = await times(8, () => refresh(refreshToken));
        const winners = replies.filter(({ status }) => status === 200);
        expect(winners).toHaveLength(1);
        expect(replies.filter(({ status }) => status === 401)).toHaveLength(7);
        expect((await refresh(toTokens(winners[0] as ApiReply).refreshToken)).status).toBe(401);
        const rows = await deps.db.refreshToken.findMany({ where: { userId: id } });
        expect(rows).toHaveLength(2);
        expect(rows.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
      }
    });

    test("is good for seven days, and expired ones are cleared away by the next login", async () => {
      const { refreshToken, email, id } = await makeAccount();
      await at(7 * DAY_MS + MINUTE_MS, async () => {
        expect((await refresh(refreshToken)).status).toBe(401);
        expect(await deps.db.refreshToken.count({ where: { userId: id } })).toBe(1);
        await getReply("login", { body: { email, password: PASSWORD } });
        const left = await deps.db.refreshToken.findMany({ where: { userId: id } });
        expect(left.map((row) => row.id)).not.toContain(refreshToken.split(".")[1]);
        expect(left).toHaveLength(1);
      });
      const fresh = await makeAccount();
      await at(7 * DAY_MS - MINUTE_MS, async () => void toTokens(await refresh(fresh.refreshToken)));
    });

    test("unknown, used, expired, revoked, garbled or somebody else's is answered the same", async () => {
      const account = await makeAccount();
      const victim = await makeAccount();
      const used = await makeAccount();
      await refresh(used.refreshToken);
      const revoked = await makeAccount();
      await getReply("logout", { body: { refreshToken: revoked.refreshToken } });
      const expired = await makeAccount();
      await deps.db.refreshToken.updateMany({ where: { userId: expired.id }, data: { expiresAt: new Date(0) } });
      const [userId = "", tokenId = "", secret = ""] = account.refreshToken.split(".");
      const tries = [
        used.refreshToken,
        revoked.refreshToken,
        expired.refreshToken,
        account.accessToken,
        `${victim.id}.${tokenId}.${secret}`,
        `${userId}.${victim.refreshToken.split(".")[1]}.${secret}`,
        `${userId}.${crypto.randomUUID()}.${secret}`,
        `${userId}.${tokenId}.${"A".repeat(43)}`,
        `${userId}.${tokenId}.`,
        `${userId}.${tokenId}`,
        `${account.refreshToken}.x`,
        ` ${account.refreshToken}`,
        `${account.refreshToken}\n`,
        account.refreshToken.toUpperCase(),
        '\'; DROP TABLE "User"; --',
        "\0",
        "🙂",
        "..",
      ];
      const replies = await Promise.all(tries.map(refresh));
      const visible = replies.map(({ status, text }) => `${status} ${text.replace(/"requestId":"[^"]+"/, "")}`);
      expect([...new Set(visible)]).toHaveLength(1);
      expect(visible[0]).toMatch(/^401 /);
      // None of the guesses harmed those whose ids were guessed.
      toTokens(await refresh(account.refreshToken));
      toTokens(await refresh(victim.refreshToken));
    });

    test("logging out ends the family and says so however often, and tells nothing about tokens", async () => {
      const account = await makeAccount();
      const second = toTokens(await refresh(account.refreshToken));
      for (const refreshToken of [account.refreshToken, second.refreshToken, "x", `${account.id}.${account.id}.x`]) {
        expect(await getReply("logout", { body: { refreshToken } })).toEqual({ done: true });
      }
      expect((await refresh(second.refreshToken)).status).toBe(401);
    });

    test("does not survive signing out everywhere, however the two meet", async () => {
      for (let round = 0; round < 6; round += 1) {
        const account = await makeAccount();
        const { sessionEpoch } = await deps.db.user.findUniqueOrThrow({ where: { id: account.id } });
        const accessToken = await signAccessToken({ id: account.id, sessionEpoch }, Date.now());
        const [reply] = await Promise.all([
          refresh(account.refreshToken),
          callApi("signOutEverywhere", { accessToken }),
        ]);
        if (reply.status !== 200) continue;
        const tokens = toTokens(reply);
        expect((await callApi("getMe", tokens)).status).toBe(401);
        expect((await refresh(tokens.refreshToken)).status).toBe(401);
      }
    });

    test("any order of uses leaves at most one token of a family that works, and none after a reuse", async () => {
      // Each step uses one of the tokens seen so far.
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), async (steps) => {
          const account = await makeAccount();
          const tokens = [account.refreshToken];
          const used = new Set<string>();
          let isOver = false;
          for (const step of steps) {
            const token = tokens[step % tokens.length] ?? "";
            const reply = await refresh(token);
            expect(reply.status).toBe(isOver || used.has(token) ? 401 : 200);
            if (reply.status === 200) tokens.push((reply.json as TokensReply).refreshToken);
            isOver ||= used.has(token);
            used.add(token);
          }
          const working = await deps.db.refreshToken.count({
            where: { userId: account.id, usedAt: null, revokedAt: null },
          });
          expect(working).toBe(isOver ? 0 : 1);
        }),
        { numRuns: 12 },
      );
    });
  });
});
