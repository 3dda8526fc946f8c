import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { getSessionSecret, SESSION_SECONDS } from "@/lib/web/session-cookie";
import { makeEmail, PASSWORD } from "./account-calls";
import { getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { TestBrowser } from "./test-browser";

const SESSION = "waymark_session";
const statusOf = async (browser: TestBrowser): Promise<number> => (await browser.call("getMe")).status;

describe.each(ENGINES)("sessions of browsers (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function signUp(browser = new TestBrowser()): Promise<{ browser: TestBrowser; email: string; id: string }> {
    const email = makeEmail();
    expect((await browser.post("callback/register", { email, password: PASSWORD })).status).toBe(200);
    const { id } = (await browser.call("getMe")).json as { id: string };
    return { browser, email, id };
  }

  test("registering signs in, signing out ends it, and signing in begins anew", async () => {
    const { browser, email, id } = await signUp();
    expect((await browser.call("getMe")).json).toMatchObject({ id, email, role: "member" });
    expect((await browser.post("signout", {})).status).toBe(200);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await statusOf(browser)).toBe(401);
    const reply = await browser.post("callback/credentials", { email, password: PASSWORD });
    expect([reply.status, reply.json]).toEqual([200, { done: true }]);
    expect((await browser.call("getMe")).json).toMatchObject({ id, email });
  });

  test("the session cookie is out of reach of scripts, and over TLS bound to this host", async () => {
    const plain = new TestBrowser();
    const { setCookies } = await plain.post("callback/register", { email: makeEmail(), password: PASSWORD });
    expect(setCookies.find((cookie) => cookie.startsWith(`${SESSION}=`))).toMatch(
      /; Path=\/.*; HttpOnly; SameSite=Lax$/,
    );
    const secure = new TestBrowser("https://waymark.example:8443");
    const replies = await secure.post("callback/register", { email: makeEmail(), password: PASSWORD });
    const cookie = replies.setCookies.find((header) => header.startsWith("__Host-waymark_session="));
    expect(cookie).toMatch(/; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toContain("Domain");
    expect(await statusOf(secure)).toBe(200);
    // Whoever can set cookies for the whole domain cannot slip a session of their own in.
    const slipped = new TestBrowser("https://waymark.example:8443");
    slipped.cookies.set(SESSION, plain.cookies.get(SESSION) ?? "");
    expect([await statusOf(plain), await statusOf(slipped)]).toEqual([200, 401]);
  });

  test("no cookie that next-auth sets holds an address to go to", async () => {
    const browser = new TestBrowser();
    const evil = encodeURIComponent("https://evil.example/");
    const { csrfToken } = (await browser.auth(`csrf?callbackUrl=${evil}`)).json as { csrfToken: string };
    await browser.auth(`callback/register?callbackUrl=${evil}`, { email: makeEmail(), password: PASSWORD, csrfToken });
    expect([...browser.cookies.keys()].sort()).toEqual(["waymark_csrf", SESSION]);
    expect(await statusOf(browser)).toBe(200);
  });

  test("no setting that next-auth looks for itself is needed, or changes anything", async () => {
    vi.stubEnv("NEXTAUTH_URL", "https://elsewhere.example/api/auth");
    vi.stubEnv("NEXTAUTH_SECRET", "another secret");
    vi.stubEnv("VERCEL", "1");
    const { browser } = await signUp(new TestBrowser("http://192.168.0.7:4123"));
    vi.unstubAllEnvs();
    expect(await statusOf(browser)).toBe(200);
    expect([...browser.cookies.keys()].sort()).toEqual(["waymark_csrf", SESSION]);
  });

  test("a copy of the cookie counts for nothing after signing out, another browser's session goes on", async () => {
    const { browser, email } = await signUp();
    const other = new TestBrowser();
    await other.post("callback/credentials", { email, password: PASSWORD });
    const copy = new TestBrowser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect(await statusOf(copy)).toBe(200);
    await browser.post("signout", {});
    expect([await statusOf(copy), await statusOf(other)]).toEqual([401, 200]);
    expect((await copy.auth("session")).json).toEqual({});
  });

  test("the session endpoint tells id, role and address, nothing else, and does not prolong the session", async () => {
    const { browser, email, id } = await signUp();
    const { json, setCookies } = await browser.auth("session");
    expect(json).toEqual({ user: { id, role: "member", email }, expires: expect.any(String) });
    const endsInMs = new Date((json as { expires: string }).expires).getTime() - Date.now();
    expect(Math.abs(endsInMs / 1000 - SESSION_SECONDS)).toBeLessThan(60);
    const claims = { sub: id, epoch: 0, sid: crypto.randomUUID() };
    const ending = new TestBrowser();
    ending.cookies.set(SESSION, await encode({ token: claims, secret: getSessionSecret(), maxAge: 600 }));
    const { expires } = (await ending.auth("session")).json as { expires: string };
    expect(new Date(expires).getTime() - Date.now()).toBeLessThan(601_000);
    expect(setCookies).toEqual([]);
    expect((await new TestBrowser().auth("session")).json).toEqual({});
  });

  test("signing out everywhere, a lock and a deletion end sessions at once", async () => {
    const { browser, email, id } = await signUp();
    const other = new TestBrowser();
    await other.post("callback/credentials", { email, password: PASSWORD });
    expect((await browser.call("signOutEverywhere")).status).toBe(200);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await statusOf(other)).toBe(401);
    expect((await other.auth("session")).json).toEqual({});
    await other.post("callback/credentials", { email, password: PASSWORD });
    await deps.db.user.update({ where: { id }, data: { lockedAt: new Date() } });
    expect(await statusOf(other)).toBe(401);
    expect((await other.post("callback/credentials", { email, password: PASSWORD })).status).toBe(401);
    await deps.db.user.update({ where: { id }, data: { lockedAt: null } });
    expect(await statusOf(other)).toBe(200);
    await deps.db.user.delete({ where: { id } });
    expect(await statusOf(other)).toBe(401);
  });

  test("changing the password or the address keeps this browser signed in and ends every other session and token", async () => {
    for (const change of ["changePassword", "changeEmail"] as const) {
      const { browser, email } = await signUp();
      const other = new TestBrowser();
      await other.post("callback/credentials", { email, password: PASSWORD });
      const tokens = await getReply("login", { body: { email, password: PASSWORD } });
      const body =
        change === "changePassword"
          ? { currentPassword: PASSWORD, newPassword: "rather another one" }
          : { email: makeEmail(), password: PASSWORD };
      expect((await browser.call(change, { body })).status).toBe(200);
      expect([await statusOf(browser), await statusOf(other)]).toEqual([200, 401]);
      const program = new TestBrowser();
      expect((await program.call("getMe", { accessToken: tokens.accessToken })).status).toBe(401);
      const { refreshToken } = tokens;
      expect((await program.call("refresh", { body: { refreshToken } })).status).toBe(401);
    }
  });

  test("a cookie that this server did not seal for this session counts for nothing", async () => {
    const { browser, email, id } = await signUp();
    const sealed = browser.cookies.get(SESSION) ?? "";
    const { accessToken } = await getReply("login", { body: { email, password: PASSWORD } });
    const claims = { sub: id, epoch: 0, sid: crypto.randomUUID() };
    const seal = (token: object, secret = getSessionSecret(), maxAge = SESSION_SECONDS) =>
      encode({ token: { ...token }, secret, maxAge });
    const encodePart = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const forged = {
      "another secret": await seal(claims, "another secret"),
      "the secret itself, not derived": await seal(claims, process.env.AUTH_SECRET),
      expired: await seal(claims, undefined, -60),
      "an older epoch": await seal({ ...claims, epoch: -1 }),
      "a later epoch": await seal({ ...claims, epoch: 1 }),
      "no epoch": await seal({ sub: id, sid: claims.sid }),
      "no session id": await seal({ sub: id, epoch: 0 }),
      "somebody unknown": await seal({ ...claims, sub: crypto.randomUUID() }),
      "no id": await seal({ ...claims, sub: "1 OR 1=1" }),
      "an access token": accessToken,
      "a token that is not signed": `${encodePart({ alg: "none" })}.${encodePart(claims)}.`,
      "one changed letter": `${sealed.slice(0, -8)}${sealed.at(-8) === "A" ? "B" : "A"}${sealed.slice(-7)}`,
      "one part less": sealed.split(".").slice(0, 4).join("."),
      rubbish: "%00",
      "a megabyte": "x".repeat(1_000_000),
    };
    for (const [what, value] of Object.entries(forged)) {
      const forger = new TestBrowser();
      forger.cookies.set(SESSION, value);
      expect({ what, status: await statusOf(forger) }).toEqual({ what, status: 401 });
      expect({ what, ...(await forger.auth("session")) }).toMatchObject({ what, status: 200, json: {} });
    }
    const stolen = await new TestBrowser().call("getMe", { accessToken: sealed });
    expect(stolen.status).toBe(401);
    const honest = new TestBrowser();
    honest.cookies.set(SESSION, await seal(claims));
    expect(await statusOf(honest)).toBe(200);
  });

  test.each([
    ["a foreign page", { "sec-fetch-site": "cross-site" }],
    ["another subdomain", { "sec-fetch-site": "same-site" }],
    ["a foreign origin", { "sec-fetch-site": "", origin: "https://evil.example" }],
    ["a sandboxed frame", { "sec-fetch-site": "", origin: "null" }],
  ])("%s cannot act through somebody's cookies", async (_, sent) => {
    const { browser, email } = await signUp();
    const headers = Object.fromEntries(
      Object.entries({ ...browser.headers, ...sent }).filter(([, value]) => value !== ""),
    );
    const call = (name: Parameters<TestBrowser["call"]>[0], body?: unknown) => browser.call(name, { headers, body });
    const replies = [
      await call("updateMe", { headline: "owned" }),
      await call("changeEmail", { email: makeEmail(), password: PASSWORD }),
      await call("signOutEverywhere"),
      await call("setConsent", { tracking: true }),
      await call("login", { email, password: PASSWORD }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const { csrfToken } = (await browser.auth("csrf")).json as { csrfToken: string };
    delete browser.headers["sec-fetch-site"];
    for (const [action, body] of [
      ["callback/credentials", { email, password: PASSWORD, csrfToken }],
      ["signout", { csrfToken }],
    ] as const) {
      expect((await browser.auth(action, body, headers)).status).toBe(403);
    }
    expect((await browser.call("getMe")).json).toMatchObject({ email, headline: "" });
  });

  test("signing in and out takes the token of this browser", async () => {
    const { browser, email } = await signUp();
    const foreign = (await new TestBrowser().auth("csrf")).json as { csrfToken: string };
    for (const csrfToken of [foreign.csrfToken, "", "x", "undefined"]) {
      expect((await browser.auth("signout", { csrfToken })).status).toBe(403);
      const login = { email, password: PASSWORD, csrfToken };
      expect((await new TestBrowser().auth("callback/credentials", login)).status).toBe(403);
    }
    expect(await statusOf(browser)).toBe(200);
    expect((await browser.auth("signout", {})).status).toBe(400);
  });

  test.each([
    "signin",
    "signout",
    "error",
    "providers",
    "verify-request",
    "callback/credentials",
    "constructor",
    "toString",
  ])("next-auth's own GET %s is not there", async (action) => {
    expect((await new TestBrowser().auth(action)).status).toBe(404);
  });

  test.each(["_log", "session", "signin/credentials", "callback/google", "callback", "__proto__"])(
    "next-auth's own POST %s is not there",
    async (action) => {
      expect((await new TestBrowser().auth(action, { csrfToken: "x" })).status).toBe(404);
    },
  );
});
