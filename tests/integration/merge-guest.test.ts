import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/use-cases/actor";
import type { Deps } from "@/lib/use-cases/deps";
import { mergeGuest } from "@/lib/use-cases/merge-guest";
import { toKnownFailure } from "@/lib/use-cases/to-known-failure";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { makeEmail, PASSWORD } from "./account-calls";
import { type ApiReply, callApi, getReply, toCookie } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";
import { TestBrowser } from "./test-browser";
import { makeJobRows } from "./whole-person";

const answers = exampleAnswers();
const CODES = ["15-1252.00", "29-1141.00", "11-1011.00"] as const;

/** Tables of a person whose rows do not come along, and why. */
const LEFT_BEHIND: Record<string, string> = {
  RefreshToken: "guests have none",
  EndedSession: "guests have none",
  InteractionTally: "made by triggers on Interaction",
};

type Row = Record<string, unknown>;

describe.each(ENGINES)("a guest who signs in (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function listPersonalTables(): Promise<string[]> {
    const rows = await deps.db.$queryRaw<{ name: string }[]>`
      SELECT c.table_name::text AS "name" FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.column_name = 'userId' AND t.table_type = 'BASE TABLE' ORDER BY 1`;
    return rows.map(({ name }) => name);
  }

  /** Every row of somebody by table, without whose it is. */
  async function readRows(userId: string): Promise<Record<string, Row[]>> {
    const tables: Record<string, Row[]> = {};
    for (const name of await listPersonalTables()) {
      const rows = await deps.db.$queryRawUnsafe<{ row: Row }[]>(
        `SELECT to_jsonb(t) - 'userId' AS "row" FROM "${name}" t WHERE "userId" = $1::uuid ORDER BY to_jsonb(t)::text`,
        userId,
      );
      tables[name] = rows.map(({ row }) => row);
    }
    return tables;
  }

  const toUserId = (cookie: string): string => cookie.replace("waymark_guest=", "").split(".")[0] ?? "";

  /** A guest who has something in every table that a guest can have something in. */
  async function makeBusyGuest() {
    const quiz = await callApi("submitQuiz", { body: { answers } });
    const cookie = toCookie(quiz) ?? "";
    const userId = toUserId(cookie);
    const { sessionId } = quiz.json as { sessionId: string };
    await getReply("setConsent", { cookie, body: { tracking: true } });
    const { recommendations } = await getReply("recommend", { cookie, body: { sessionId } });
    const recommendationId = recommendations[0]?.recommendationId ?? "";
    const params = { recommendationId };
    for (const interaction_type of ["view", "click", "implement", "save", "share", "dismiss"] as const) {
      const body = {
        interaction_type,
        eventId: crypto.randomUUID(),
        context: { from: 'é "quoted" 🙂', at: 1.5, none: null },
      };
      await getReply("interact", { cookie, params, body });
    }
    const rating = { interaction_type: "rate", interaction_value: 4.5, eventId: crypto.randomUUID() };
    await getReply("interact", { cookie, params, body: rating });
    await getReply("saveCareer", { cookie, body: { sessionId, careerCode: CODES[0] } });
    await getReply("updateMe", {
      cookie,
      body: { headline: "from the guest", skills: ["Python"], usesHistory: false },
    });
    const slate = await deps.db.slate.findFirstOrThrow({ where: { userId } });
    await deps.db.shareLink.create({ data: { userId, id: deps.newId(), slateId: slate.id } });
    await makeJobRows(deps, userId, null);
    return { cookie, userId, sessionId, recommendationId };
  }

  async function makeAccount() {
    const email = makeEmail();
    const tokens = await getReply("register", { body: { email, password: PASSWORD } });
    return { ...tokens, email, id: (await getReply("getMe", tokens)).id };
  }

  const logIn = (email: string, cookie: string) => callApi("login", { body: { email, password: PASSWORD }, cookie });

  test("has rows in every table that has a person's id, so that no table is forgotten below", async () => {
    const { userId } = await makeBusyGuest();
    const rows = await readRows(userId);
    const empty = Object.entries(rows).flatMap(([name, { length }]) => (length === 0 ? [name] : []));
    expect(empty.sort()).toEqual(
      Object.keys(LEFT_BEHIND)
        .filter((name) => name !== "InteractionTally")
        .sort(),
    );
  });

  test.each(["register", "login"] as const)("by %s keeps every row as it was, and the guest is gone", async (name) => {
    const guest = await makeBusyGuest();
    const before = await readRows(guest.userId);
    const total = await countRows(deps);
    const email = name === "login" ? (await makeAccount()).email : makeEmail();
    const accounts = await deps.db.user.count();
    const reply = await callApi(name, { body: { email, password: PASSWORD }, cookie: guest.cookie });
    expect(reply.status).toBe(name === "login" ? 200 : 201);
    expect(reply.headers.getSetCookie()).toEqual(["waymark_guest=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"]);
    const { accessToken } = reply.json as { accessToken: string };
    const me = await getReply("getMe", { accessToken });
    expect(me).toMatchObject({
      headline: "from the guest",
      skills: ["Python"],
      usesHistory: false,
      trackingConsent: true,
    });
    const { RefreshToken: _, ...after } = await readRows(me.id);
    const { RefreshToken: __, ...expected } = before;
    expect(after).toEqual(expected);
    expect(await deps.db.user.findUnique({ where: { id: guest.userId } })).toBeNull();
    expect(Object.values(await readRows(guest.userId)).flat()).toEqual([]);
    expect(await deps.db.user.count()).toBe(name === "login" ? accounts - 1 : accounts);
    const { User: _u, RefreshToken: _r, ...now } = await countRows(deps);
    expect(now).toEqual(Object.fromEntries(Object.entries(total).filter(([key]) => key in now)));
    expect((await callApi("getResults", { params: { sessionId: guest.sessionId }, accessToken })).status).toBe(200);
    expect((await callApi("getResults", { params: { sessionId: guest.sessionId } })).status).toBe(404);
    const stats = await callApi("getRecommendationStats", {
      params: { recommendationId: guest.recommendationId },
      accessToken,
    });
    expect(stats.status).toBe(200);
  });

  test("in a browser loses the guest's cookie and sees what they saved", async () => {
    const browser = new TestBrowser();
    const quiz = await browser.call("submitQuiz", { body: { answers } });
    const { sessionId } = quiz.json as { sessionId: string };
    await browser.call("saveCareer", { body: { sessionId, careerCode: CODES[1] } });
    expect(browser.cookies.has("waymark_guest")).toBe(true);
    await browser.post("callback/register", { email: makeEmail(), password: PASSWORD });
    expect([...browser.cookies.keys()].sort()).toEqual(["waymark_csrf", "waymark_session"]);
    const results = await browser.call("getResults", { params: { sessionId } });
    expect(results.status).toBe(200);
    const { id } = (await browser.call("getMe")).json as { id: string };
    expect((await deps.db.savedCareer.findMany({ where: { userId: id } })).map((row) => row.careerCode)).toEqual([
      CODES[1],
    ]);
  });

  test("leaves what the account has: its list, its rating if that is newer, its profile, its consent", async () => {
    const account = await makeAccount();
    const guest = await makeBusyGuest();
    const { accessToken } = account;
    await getReply("updateMe", { accessToken, body: { headline: "the account's", preferredLocations: ["Boise"] } });
    await getReply("setConsent", { accessToken, body: { tracking: false } });
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));
    const save = (userId: string, careerCode: string, list: string, note: string, minute: number) =>
      deps.db.savedCareer.upsert({
        where: { userId_careerCode: { userId, careerCode } },
        create: { userId, careerCode, list, note, createdAt: at(minute) },
        update: { list, note, createdAt: at(minute) },
      });
    await save(account.id, CODES[0], "Mine", "my note", 5);
    await save(guest.userId, CODES[0], "Theirs", "guest's note", 1);
    await save(account.id, CODES[1], "", "", 1);
    await save(guest.userId, CODES[1], "Theirs", "kept", 5);
    await save(account.id, CODES[2], "Mine", "same", 1);
    await save(guest.userId, CODES[2], "", "same", 5);
    await deps.db.careerReaction.deleteMany({ where: { userId: guest.userId } });
    const rate = (userId: string, careerCode: string, value: number, minute: number) =>
      deps.db.careerReaction.create({ data: { userId, careerCode, kind: "rate", value, createdAt: at(minute) } });
    await rate(account.id, CODES[0], 1, 5);
    await rate(guest.userId, CODES[0], 5, 1);
    await rate(account.id, CODES[1], 1, 1);
    await rate(guest.userId, CODES[1], 5, 5);
    expect((await logIn(account.email, guest.cookie)).status).toBe(200);
    const saved = await deps.db.savedCareer.findMany({
      where: { userId: account.id, careerCode: { in: [...CODES] } },
      orderBy: { careerCode: "desc" },
    });
    expect(saved.map(({ careerCode, list, note, createdAt }) => [careerCode, list, note, createdAt])).toEqual([
      [CODES[1], "Theirs", "kept", at(1)],
      [CODES[0], "Mine", "my note\nguest's note", at(1)],
      [CODES[2], "Mine", "same", at(1)],
    ]);
    const ratings = await deps.db.careerReaction.findMany({
      where: { userId: account.id },
      orderBy: { careerCode: "asc" },
    });
    expect(ratings.map(({ careerCode, value }) => [careerCode, value])).toEqual([
      [CODES[0], 1],
      [CODES[1], 5],
    ]);
    expect(await getReply("getMe", { accessToken })).toMatchObject({
      headline: "the account's",
      skills: ["Python"],
      preferredLocations: ["Boise"],
      usesHistory: false,
      trackingConsent: false,
    });
    expect(await deps.db.consent.count({ where: { userId: account.id } })).toBe(2);
  });

  test("notes that are too long together keep the account's whole", async () => {
    const account = await makeAccount();
    const guest = await makeBusyGuest();
    const mine = "m".repeat(1500);
    await deps.db.savedCareer.create({ data: { userId: account.id, careerCode: CODES[0], note: mine } });
    await deps.db.savedCareer.updateMany({ where: { userId: guest.userId }, data: { note: "g".repeat(1500) } });
    await logIn(account.email, guest.cookie);
    const { note } = await deps.db.savedCareer.findFirstOrThrow({
      where: { userId: account.id, careerCode: CODES[0] },
    });
    expect(note).toBe(`${mine}\n${"g".repeat(499)}`);
  });

  test("an event that both sent is there once", async () => {
    const account = await makeAccount();
    const guest = await makeBusyGuest();
    const count = await deps.db.interaction.count({ where: { userId: guest.userId } });
    const event = await deps.db.interaction.findFirstOrThrow({ where: { userId: guest.userId } });
    const { context: _, ...data } = event;
    await deps.db.interaction.create({ data: { ...data, userId: account.id } });
    await logIn(account.email, guest.cookie);
    expect(await deps.db.interaction.count({ where: { id: event.id } })).toBe(1);
    expect(await deps.db.interaction.count({ where: { userId: account.id } })).toBe(count);
  });

  test("in several tabs at once comes along once and whole", async () => {
    const guest = await makeBusyGuest();
    const before = await readRows(guest.userId);
    const email = makeEmail();
    const body = { email, password: PASSWORD };
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => callApi("register", { body, cookie: guest.cookie })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201));
    const { accessToken } = (replies[0] as ApiReply).json as { accessToken: string };
    const { id } = await getReply("getMe", { accessToken });
    const after = await readRows(id);
    expect({ ...after, RefreshToken: [] }).toEqual(before);
    expect(after.RefreshToken).toHaveLength(6);
  });

  test("on two accounts at once comes along to one of them, whole", async () => {
    const guest = await makeBusyGuest();
    const before = await readRows(guest.userId);
    const accounts = await Promise.all([makeAccount(), makeAccount()]);
    await Promise.all(accounts.map(({ email }) => logIn(email, guest.cookie)));
    const counts = await Promise.all(accounts.map(({ id }) => deps.db.interaction.count({ where: { userId: id } })));
    expect(counts.toSorted()).toEqual([0, before.Interaction?.length]);
  });

  test("meanwhile the guest's other requests fail in no unexpected way, and what they were told is kept stays kept", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { cookie, userId, sessionId, recommendationId } = await makeBusyGuest();
      const { id } = await makeAccount();
      const eventIds = Array.from({ length: 6 }, () => crypto.randomUUID());
      const params = { recommendationId };
      const others = [
        ...CODES.map((careerCode) => callApi("saveCareer", { cookie, body: { sessionId, careerCode } })),
        ...eventIds.map((eventId) =>
          callApi("interact", { cookie, params, body: { interaction_type: "click", eventId } }),
        ),
        ...[1, 2, 3].map((value) =>
          callApi("react", { cookie, params: { careerCode: CODES[0], kind: "rate" }, body: { value } }),
        ),
        callApi("recommend", { cookie, body: { sessionId } }),
        callApi("setConsent", { cookie, body: { tracking: true } }),
        callApi("updateMe", { cookie, body: { headline: "meanwhile" } }),
        callApi("getMe", { cookie }),
        callApi("submitQuiz", { cookie, body: { answers } }),
      ];
      // Right among them: a password would take its time, and all of them would be through.
      const actor: Actor = { userId, role: "guest", via: "guest_cookie", isBrowser: false, isOptedOut: false };
      const merging = Promise.race(others).then(() => mergeGuest(deps, actor, id));
      const replies = await Promise.all(others);
      await merging;
      const allowed = [200, 202, 401, 404, 409];
      for (const { status, text } of replies) expect(allowed, text).toContain(status);
      // Whoever was stored again by a request that came after is still a guest, and no request's row is lost.
      const owners = { userId: { in: [id, userId] } };
      const saved = await deps.db.savedCareer.findMany({ where: owners });
      CODES.forEach((code, at) => {
        const reply = replies[at]?.json as { saved?: boolean } | undefined;
        if (reply?.saved) expect(saved.map(({ careerCode }) => careerCode)).toContain(code);
      });
      const events = (await deps.db.interaction.findMany({ where: owners })).map((row) => row.id);
      for (const [at, eventId] of eventIds.entries()) {
        const reply = replies[CODES.length + at];
        const isRecorded = (reply?.json as { recorded?: boolean } | null)?.recorded === true;
        if (isRecorded) expect(events).toContain(eventId);
      }
      const quiz = replies.at(-1)?.json as { sessionId?: string };
      if (quiz.sessionId !== undefined)
        expect(await deps.db.quizSession.count({ where: { ...owners, id: quiz.sessionId } })).toBe(1);
    }
  });

  test("meanwhile a row that cannot be written any more is a conflict for the caller, no failure of ours", async () => {
    const userId = crypto.randomUUID();
    const fail = (statement: Promise<unknown>): Promise<unknown> => statement.then(String, toKnownFailure);
    const ofNobody = [
      deps.db.savedCareer.create({ data: { userId, careerCode: CODES[0] } }),
      deps.db.$executeRaw`INSERT INTO "SavedCareer" ("userId", "careerCode") VALUES (${userId}::uuid, 'x')`,
      deps.db
        .$queryRaw`INSERT INTO "Impression" ("userId", "id", "slateId", "position", "careerCode", "score", "parts", "explanation",
        "policy", "propensity") VALUES (${userId}::uuid, ${userId}::uuid, ${userId}::uuid, 1, 'x', 1, '{}', '{}', 'x', 1) RETURNING "id"`,
    ];
    for (const statement of ofNobody) expect(await fail(statement)).toMatchObject({ code: "CONFLICT" });
    const others = [
      deps.db.career.updateMany({ where: { code: CODES[0] }, data: { clusterId: "no-such-cluster" } }),
      deps.db.$queryRaw`SELECT 1 / 0`,
    ];
    for (const statement of others) expect(await fail(statement)).not.toMatchObject({ code: "CONFLICT" });
  });

  test("is the only one who can be merged: no account, however it is presented, becomes another's", async () => {
    const victim = await makeAccount();
    await getReply("setConsent", { accessToken: victim.accessToken, body: { tracking: true } });
    const thief = await makeAccount();
    const actors: Actor[] = (["guest_cookie", "session_cookie", "bearer", "nothing"] as const).map((via) => ({
      userId: victim.id,
      role: "guest",
      via,
      isBrowser: false,
      isOptedOut: false,
    }));
    for (const actor of actors) await mergeGuest(deps, actor, thief.id);
    await callApi("login", {
      body: { email: thief.email, password: PASSWORD },
      cookie: toGuestCookie(victim.id, false).split(";")[0] ?? "",
    });
    await callApi("login", { body: { email: thief.email, password: PASSWORD }, accessToken: victim.accessToken });
    expect((await getReply("getMe", victim)).id).toBe(victim.id);
    expect(await deps.db.consent.count({ where: { userId: thief.id } })).toBe(0);
  });

  test("who fails to log in stays the guest", async () => {
    const account = await makeAccount();
    const guest = await makeBusyGuest();
    const before = await readRows(guest.userId);
    const wrong = await callApi("login", { body: { email: account.email, password: "x" }, cookie: guest.cookie });
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([401, []]);
    const taken = await callApi("register", {
      body: { email: account.email, password: `${PASSWORD} x` },
      cookie: guest.cookie,
    });
    expect([taken.status, taken.headers.getSetCookie()]).toEqual([409, []]);
    expect(await readRows(guest.userId)).toEqual(before);
  });

  test("with a forged cookie brings nothing along", async () => {
    const guest = await makeBusyGuest();
    const before = await readRows(guest.userId);
    const [name, value = ""] = guest.cookie.split("=");
    await callApi("register", {
      body: { email: makeEmail(), password: PASSWORD },
      cookie: `${name}=${value.split(".")[0]}.${"A".repeat(43)}`,
    });
    expect(await readRows(guest.userId)).toEqual(before);
  });
});
