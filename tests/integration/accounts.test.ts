import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { makeEmail, PASSWORD } from "./account-calls";
import { type ApiReply, callApi, getProblem, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps, routeThrough } from "./each-engine";

/** What a caller can see of a refusal, without what differs from call to call. */
const toVisible = ({ status, text, headers }: ApiReply): unknown => ({
  status,
  text: text.replace(/"requestId":"[^"]+"/, ""),
  headers: [...headers].filter(([name]) => name !== "x-request-id"),
});

describe.each(ENGINES)("accounts (%s database)", (engine) => {
  let deps: Deps;
  /** Hash work done since the last look. */
  let work: string[] = [];

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    const { hash, verify } = deps.passwords;
    const passwords: Deps["passwords"] = {
      hash: (password) => {
        work.push("hash");
        return hash(password);
      },
      verify: (passwordHash, password) => {
        work.push("verify");
        return verify(passwordHash, password);
      },
    };
    routeThrough({ ...deps, passwords });
  });
  afterAll(() => deps.close());

  const takeWork = (): string[] => {
    const done = work;
    work = [];
    return done;
  };

  async function makeAccount() {
    const email = makeEmail();
    const tokens = await getReply("register", { body: { email, password: PASSWORD } });
    const me = await getReply("getMe", tokens);
    takeWork();
    return { ...me, ...tokens, email };
  }

  describe("registering", () => {
    test("makes a member with tokens that work at once, and stores no password", async () => {
      const email = makeEmail();
      const reply = await callApi("register", { body: { email: ` ${email.toUpperCase()} `, password: PASSWORD } });
      expect(reply.status).toBe(201);
      expect(reply.json).toEqual({
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 900,
        tokenType: "Bearer",
      });
      expect(reply.headers.getSetCookie()).toEqual([]);
      const { accessToken } = reply.json as { accessToken: string };
      expect(await getReply("getMe", { accessToken })).toMatchObject({ email, role: "member", trackingConsent: null });
      const row = await deps.db.user.findUniqueOrThrow({ where: { email } });
      expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(JSON.stringify(await deps.db.refreshToken.findMany({ where: { userId: row.id } }))).not.toContain(
        (reply.json as { refreshToken: string }).refreshToken.split(".")[2],
      );
    });

    test("again with the right password logs in; with another it is refused, and both cost one hash like the first", async () => {
      const email = makeEmail();
      const before = await countRows(deps);
      takeWork();
      await getReply("register", { body: { email, password: PASSWORD } });
      expect(takeWork()).toHaveLength(1);
      const { accessToken } = await getReply("register", { body: { email, password: PASSWORD } });
      expect(takeWork()).toHaveLength(1);
      const problem = await getProblem("register", { body: { email, password: `${PASSWORD}!` } });
      expect(takeWork()).toHaveLength(1);
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([409, "email"]);
      expect(problem.detail).not.toContain(email);
      expect((await getReply("getMe", { accessToken })).email).toBe(email);
      expect((await countRows(deps)).User).toBe((before.User ?? 0) + 1);
    });

    test("a locked account's address is refused like anybody's", async () => {
      const { email, id } = await makeAccount();
      const taken = await callApi("register", { body: { email, password: `${PASSWORD}!` } });
      await deps.db.user.update({ where: { id }, data: { lockedAt: new Date() } });
      expect(toVisible(await callApi("register", { body: { email, password: PASSWORD } }))).toEqual(toVisible(taken));
    });

    test("ten at once make one account, and everybody with its password is let in", async () => {
      const email = makeEmail();
      const before = await countRows(deps);
      const replies = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          callApi("register", { body: { email, password: at % 2 === 0 ? PASSWORD : "somebody else's one" } }),
        ),
      );
      const winners = replies.filter(({ status }) => status === 201);
      expect(replies.filter(({ status }) => status === 409)).toHaveLength(5);
      expect(winners).toHaveLength(5);
      expect((await countRows(deps)).User).toBe((before.User ?? 0) + 1);
      const owners = winners.map(({ json }) =>
        getReply("getMe", { accessToken: (json as { accessToken: string }).accessToken }),
      );
      expect(new Set((await Promise.all(owners)).map(({ id }) => id)).size).toBe(1);
    });

    test.each([
      ["a common password", { password: "qwerty12345" }, "password"],
      ["a short password", { password: "short" }, "password"],
      ["a password of two megabytes", { password: "x".repeat(200_000) }, "password"],
      ["no password", { password: undefined }, "password"],
      ["a list as password", { password: ["purple anvil forty"] }, "password"],
      ["no address", { email: undefined }, "email"],
      ["half an address", { email: "ana@" }, "email"],
      ["an object as address", { email: { contains: "@" } }, "email"],
      ["a role", { role: "admin" }, "role"],
      ["an id", { id: crypto.randomUUID() }, "id"],
    ])("%s is refused by name, and nothing is stored", async (_, part, field) => {
      const before = await countRows(deps);
      const problem = await getProblem("register", { body: { email: makeEmail(), password: PASSWORD, ...part } });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
      expect(await countRows(deps)).toEqual(before);
    });
  });

  describe("logging in", () => {
    test("takes the address in any case", async () => {
      const { email, id } = await makeAccount();
      const { accessToken } = await getReply("login", {
        body: { email: ` ${email.toUpperCase()}\n`, password: PASSWORD },
      });
      expect((await getReply("getMe", { accessToken })).id).toBe(id);
    });

    test("an unknown address, a wrong password, a locked account and a guest are answered alike, after the same work", async () => {
      const { email } = await makeAccount();
      const locked = await makeAccount();
      await deps.db.user.update({ where: { id: locked.id }, data: { lockedAt: new Date() } });
      const hashless = makeEmail();
      await deps.db.user.create({ data: { id: deps.newId(), role: "member", email: hashless } });
      const tries = [
        { email: makeEmail(), password: PASSWORD },
        { email: "nobody at all", password: PASSWORD },
        { email: "' OR 1=1 --", password: PASSWORD },
        { email: "a\0b\ud800@example.com", password: PASSWORD },
        { email, password: `${PASSWORD} ` },
        { email, password: PASSWORD.toUpperCase() },
        { email, password: "\0\ud800" },
        { email: locked.email, password: PASSWORD },
        { email: locked.email, password: "x" },
        { email: hashless, password: PASSWORD },
      ];
      const seen = [];
      for (const body of tries) {
        const visible = toVisible(await callApi("login", { body }));
        seen.push(JSON.stringify({ visible, work: takeWork() }));
      }
      expect(new Set(seen).size).toBe(1);
      expect(JSON.parse(seen[0] ?? "")).toMatchObject({ visible: { status: 401 }, work: ["verify"] });
    });
  });

  describe("changing the password and the address", () => {
    const NEW = "rather another one";

    test("the new password counts from then on, the old one no more, and a program goes on with the tokens in the reply", async () => {
      const { accessToken, refreshToken, email } = await makeAccount();
      const { done, tokens } = await getReply("changePassword", {
        accessToken,
        body: { currentPassword: PASSWORD, newPassword: NEW },
      });
      expect(done).toBe(true);
      expect((await getReply("getMe", { accessToken: tokens?.accessToken ?? "" })).email).toBe(email);
      await getReply("refresh", { body: { refreshToken: tokens?.refreshToken ?? "" } });
      expect((await callApi("getMe", { accessToken })).status).toBe(401);
      expect((await callApi("refresh", { body: { refreshToken } })).status).toBe(401);
      expect((await callApi("login", { body: { email, password: PASSWORD } })).status).toBe(401);
      expect((await callApi("login", { body: { email, password: NEW } })).status).toBe(200);
    });

    test("a wrong current password, a weak new one and an address that is taken change nothing", async () => {
      const { accessToken, email } = await makeAccount();
      const other = await makeAccount();
      const refused = [
        await getProblem("changePassword", { accessToken, body: { currentPassword: "x", newPassword: NEW } }),
        await getProblem("changePassword", {
          accessToken,
          body: { currentPassword: PASSWORD, newPassword: "password123" },
        }),
        await getProblem("changePassword", { accessToken, body: { currentPassword: PASSWORD, newPassword: email } }),
        await getProblem("changeEmail", { accessToken, body: { email: makeEmail(), password: "x" } }),
        await getProblem("changeEmail", {
          accessToken,
          body: { email: other.email.toUpperCase(), password: PASSWORD },
        }),
      ];
      expect(refused.map(({ status, errors }) => [status, errors?.[0]?.field])).toEqual([
        [403, "currentPassword"],
        [400, "newPassword"],
        [400, "newPassword"],
        [403, "password"],
        [409, "email"],
      ]);
      expect((await getReply("getMe", { accessToken })).email).toBe(email);
      expect((await callApi("login", { body: { email, password: PASSWORD } })).status).toBe(200);
    });

    test("the new address counts from then on, and the old one is free again", async () => {
      const { accessToken, email, id } = await makeAccount();
      const next = makeEmail();
      const { tokens, ...me } = await getReply("changeEmail", {
        accessToken,
        body: { email: ` ${next.toUpperCase()} `, password: PASSWORD },
      });
      expect(me).toMatchObject({ id, email: next });
      expect((await getReply("getMe", { accessToken: tokens?.accessToken ?? "" })).email).toBe(next);
      expect((await callApi("login", { body: { email, password: PASSWORD } })).status).toBe(401);
      const successor = await getReply("register", { body: { email, password: PASSWORD } });
      expect((await getReply("getMe", successor)).id).not.toBe(id);
    });

    test("of several changes at once one goes through", async () => {
      const { accessToken, email } = await makeAccount();
      const change = (newPassword: string) =>
        callApi("changePassword", { accessToken, body: { currentPassword: PASSWORD, newPassword } });
      const choices = ["the first choice", "the second choice", "the third choice"];
      const replies = await Promise.all(choices.map(change));
      const winners = choices.filter((_, at) => replies[at]?.status === 200);
      expect(winners).toHaveLength(1);
      for (const { status } of replies) expect([200, 401, 403, 409]).toContain(status);
      expect((await callApi("login", { body: { email, password: winners[0] } })).status).toBe(200);
    });

    test("two accounts that take one address at once: one has it", async () => {
      const accounts = await Promise.all([makeAccount(), makeAccount(), makeAccount()]);
      const email = makeEmail();
      const replies = await Promise.all(
        accounts.map(({ accessToken }) => callApi("changeEmail", { accessToken, body: { email, password: PASSWORD } })),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect(await deps.db.user.count({ where: { email } })).toBe(1);
    });
  });
});
