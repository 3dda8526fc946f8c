import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signAccessToken } from "@/lib/adapters/access-token";
import { USER_DATA_TABLES } from "@/lib/db/user-data";
import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { toSessionCookie } from "@/lib/web/session-cookie";
import { makeEmail, PASSWORD } from "./account-calls";
import { type CallInput, callApi, getProblem, getReply, type OperationName, toCookie } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";
import { makeWholePerson } from "./whole-person";

const CAREER = "15-1252.00";
const guestCookie = (userId: string): string => toGuestCookie(userId, false).split(";")[0] ?? "";

describe.each(ENGINES)("deleting oneself (%s database)", (engine) => {
  let deps: Deps;
  let passwordHash: string;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    passwordHash = await deps.passwords.hash(PASSWORD);
  });
  afterAll(() => deps.close());

  /** The tables in which any column of any row holds one of the texts. */
  async function findTraces(...texts: string[]): Promise<string[]> {
    const found: string[] = [];
    for (const table of Object.keys(await countRows(deps))) {
      for (const text of texts) {
        const rows = await deps.db.$queryRawUnsafe<unknown[]>(
          `SELECT 1 FROM "${table}" t WHERE strpos(lower(t::text), lower($1)) > 0 LIMIT 1`,
          text,
        );
        if (rows.length > 0) found.push(`${table}: ${text}`);
      }
    }
    return found;
  }

  async function signIn(user: { userId: string }): Promise<CallInput> {
    const { sessionEpoch } = await deps.db.user.findUniqueOrThrow({ where: { id: user.userId } });
    return { accessToken: await signAccessToken({ id: user.userId, sessionEpoch }, deps.nowMs()) };
  }

  test.each(["member", "guest"] as const)("of a %s, no row in any table holds the id or the address", async (role) => {
    const other = await makeWholePerson(deps);
    const before = await countRows(deps);
    const person = await makeWholePerson(deps, { role, passwordHash: role === "guest" ? null : passwordHash });
    const names = [person.userId, ...(person.email === null ? [] : [person.email])];
    const held = await findTraces(person.userId);
    expect(held.map((trace) => trace.split(":")[0])).toEqual(expect.arrayContaining(["User", ...USER_DATA_TABLES]));
    const auth = role === "guest" ? { cookie: guestCookie(person.userId) } : await signIn(person);
    const body = role === "guest" ? {} : { password: PASSWORD };
    expect(await getReply("deleteMe", { ...auth, body })).toEqual({ done: true });
    expect(await findTraces(...names)).toEqual([]);
    // The admin that the helper made stays, and so do the log's entries and the company with its job, which no longer say who it was.
    const added = { User: 1, AuditLog: role === "guest" ? 5 : 6, Company: 1, Job: 1 };
    const after = await countRows(deps);
    for (const [table, count] of Object.entries(before)) {
      expect([table, after[table]]).toEqual([table, count + (added[table as keyof typeof added] ?? 0)]);
    }
    expect(await deps.db.interaction.count({ where: { userId: other.userId } })).toBe(2300);
  });

  test("the audit log says that an account was deleted, and what happened without the person", async () => {
    const person = await makeWholePerson(deps, { passwordHash });
    const ids = (await deps.db.auditLog.findMany({ where: { actorId: person.userId } })).map(({ id }) => id);
    await getReply("deleteMe", { ...(await signIn(person)), body: { password: PASSWORD } });
    const newest = await deps.db.auditLog.findFirst({
      where: { action: "person.delete" },
      orderBy: { createdAt: "desc" },
    });
    expect(newest).toMatchObject({ actorId: null, targetType: "person", targetId: null, details: null });
    const kept = await deps.db.auditLog.findMany({ where: { id: { in: ids } }, orderBy: { action: "asc" } });
    expect(kept).toMatchObject([
      { action: "career.update", actorId: null, targetId: CAREER, details: { title: "x" } },
      { action: "person.lock", actorId: null, details: null },
    ]);
  });

  test("every session and token is dead at once, and the browser keeps no cookie", async () => {
    const email = makeEmail();
    const { accessToken, refreshToken } = await getReply("register", { body: { email, password: PASSWORD } });
    const { id } = await getReply("getMe", { accessToken });
    const session = (await toSessionCookie({ id, sessionEpoch: 0 }, false)).split(";")[0] ?? "";
    expect((await getReply("getMe", { cookie: session })).email).toBe(email);
    const reply = await callApi("deleteMe", { cookie: session, body: { password: PASSWORD } });
    expect(reply.headers.getSetCookie().map((cookie) => cookie.split(" Path")[0])).toEqual(
      expect.arrayContaining(["waymark_guest=;", "waymark_session=;", "waymark_csrf=;"]),
    );
    expect(reply.headers.getSetCookie().every((cookie) => cookie.includes("Max-Age=0"))).toBe(true);
    const attempts: [OperationName, CallInput][] = [
      ["getMe", { accessToken }],
      ["getMe", { cookie: session }],
      ["exportMe", { cookie: session }],
      ["deleteMe", { cookie: session, body: { password: PASSWORD } }],
      ["refresh", { body: { refreshToken } }],
      ["login", { body: { email, password: PASSWORD } }],
    ];
    for (const [name, input] of attempts) expect([name, (await callApi(name, input)).status]).toEqual([name, 401]);
    expect((await callApi("register", { body: { email, password: PASSWORD } })).status).toBe(201);
  });

  test("a wrong or missing password deletes nothing", async () => {
    const person = await makeWholePerson(deps, { passwordHash });
    const auth = await signIn(person);
    const before = await countRows(deps);
    const wrong = await getProblem("deleteMe", { ...auth, body: { password: `${PASSWORD} not` } });
    expect([wrong.status, wrong.errors?.[0]?.field]).toEqual([403, "password"]);
    const missing = await getProblem("deleteMe", { ...auth, body: {} });
    expect([missing.status, missing.errors?.[0]?.field]).toEqual([400, "password"]);
    expect(await countRows(deps)).toEqual(before);
  });

  test("another site cannot make a browser delete anything", async () => {
    const { userId } = await makeWholePerson(deps, { role: "guest" });
    const cookie = guestCookie(userId);
    const forged = await getProblem("deleteMe", { cookie, body: {}, headers: { "sec-fetch-site": "cross-site" } });
    expect(forged.status).toBe(403);
    expect(await deps.db.user.count({ where: { id: userId } })).toBe(1);
  });

  test("the last admin stays, also of two who leave at once", async () => {
    await deps.db.user.updateMany({ where: { role: "admin" }, data: { lockedAt: new Date() } });
    const admins = await Promise.all([1, 2].map(() => makeWholePerson(deps, { role: "admin", passwordHash })));
    await deps.db.user.updateMany({
      where: { role: "admin", id: { notIn: admins.map(({ userId }) => userId) } },
      data: { lockedAt: new Date() },
    });
    const calls = await Promise.all(admins.map(signIn));
    const replies = await Promise.all(
      calls.map((auth) => callApi("deleteMe", { ...auth, body: { password: PASSWORD } })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.text).toContain("only admin");
    const left = await deps.db.user.findMany({ where: { id: { in: admins.map(({ userId }) => userId) } } });
    expect(left).toHaveLength(1);
    await deps.db.user.updateMany({ where: { role: "admin" }, data: { role: "member" } });
  });

  test("deleting twice is as good as once, and the old cookie brings nobody back", async () => {
    const { userId } = await makeWholePerson(deps, { role: "guest" });
    const cookie = guestCookie(userId);
    for (const _ of [1, 2]) expect(await getReply("deleteMe", { cookie, body: {} })).toEqual({ done: true });
    const quiz = await callApi("submitQuiz", { cookie, body: { answers: exampleAnswers() } });
    const consent = await callApi("setConsent", { cookie, body: { tracking: true } });
    for (const reply of [quiz, consent]) {
      expect(reply.status).toBe(200);
      expect(toCookie(reply)).toMatch(/^waymark_guest=/);
      expect(toCookie(reply)).not.toBe(cookie);
    }
    expect((await getReply("setConsent", { cookie, body: { tracking: false } })).tracking).toBeNull();
    expect(await findTraces(userId)).toEqual([]);
  });

  test("what arrives while somebody is being deleted leaves no row", async () => {
    for (let round = 0; round < 5; round++) {
      const quiz = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
      const cookie = toCookie(quiz) ?? "";
      const userId = cookie.replace("waymark_guest=", "").split(".")[0] ?? "";
      const { sessionId } = quiz.json as { sessionId: string };
      const { recommendations } = await getReply("recommend", { cookie, body: { sessionId } });
      await getReply("setConsent", { cookie, body: { tracking: true } });
      const events = recommendations.map(({ recommendationId }) => ({
        ...{ recommendationId, interaction_type: "save", eventId: crypto.randomUUID() },
      }));
      const calls: [OperationName, CallInput][] = [
        ["interactBatch", { body: { events } }],
        ["saveCareer", { body: { sessionId, careerCode: CAREER } }],
        ["recommend", { body: { sessionId } }],
        ["submitQuiz", { body: { answers: exampleAnswers() } }],
        ["setConsent", { body: { tracking: true } }],
        ["updateMe", { body: { headline: "Hello" } }],
        ["react", { params: { careerCode: CAREER, kind: "dismiss" }, body: {} }],
        ["putSavedCareer", { params: { careerCode: CAREER }, body: {} }],
        ["shareResults", { params: { sessionId }, body: {} }],
      ];
      const send = () => calls.map(([name, input]) => callApi(name, { ...input, cookie }));
      const replies = await Promise.all([...send(), callApi("deleteMe", { cookie, body: {} }), ...send()]);
      expect(replies[calls.length]?.status).toBe(200);
      expect(await findTraces(userId)).toEqual([]);
      expect(replies.flatMap(({ status }, i) => (status >= 500 ? [i] : []))).toEqual([]);
    }
  });
});
