import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { makeEmail, PASSWORD } from "./account-calls";
import { callApi, getProblem, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps, routeThrough } from "./each-engine";

describe.each(ENGINES)("what is one's own (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function makeAccount() {
    const email = makeEmail();
    const tokens = await getReply("register", { body: { email, password: PASSWORD } });
    return { ...(await getReply("getMe", tokens)), ...tokens, email };
  }

  describe("one's own profile", () => {
    const profile = {
      headline: "Nurse who codes",
      skills: ["Python", "Active Listening"],
      preferredLocations: ["Denver, CO"],
      seniority: "MID",
      usesHistory: false,
    };

    test("is changed field by field; what is left out stays", async () => {
      const { accessToken, ...before } = await makeAccount();
      expect(await getReply("updateMe", { accessToken, body: profile })).toMatchObject(profile);
      expect(await getReply("updateMe", { accessToken, body: {} })).toMatchObject(profile);
      const changed = await getReply("updateMe", { accessToken, body: { seniority: null, skills: [] } });
      expect(changed).toMatchObject({ ...profile, seniority: null, skills: [] });
      expect(await getReply("getMe", { accessToken })).toEqual(changed);
      expect(changed).toMatchObject({
        id: before.id,
        email: before.email,
        role: "member",
        createdAt: before.createdAt,
      });
    });

    test("guests have one too, but nobody has without being known", async () => {
      const granted = await callApi("setConsent", { body: { tracking: true } });
      const cookie = granted.headers.getSetCookie()[0]?.split(";")[0] ?? "";
      expect(await getReply("updateMe", { cookie, body: { usesHistory: false, headline: "me" } })).toMatchObject({
        role: "guest",
        email: null,
        usesHistory: false,
        headline: "me",
      });
      await deps.db.user.delete({ where: { id: (await getReply("getMe", { cookie })).id } });
      for (const input of [{}, { cookie }]) {
        expect((await callApi("getMe", input)).status).toBe(401);
        expect((await callApi("updateMe", { ...input, body: { headline: "x" } })).status).toBe(401);
      }
    });

    test.each([
      "role",
      "email",
      "id",
      "passwordHash",
      "sessionEpoch",
      "lockedAt",
      "trackingConsent",
      "createdAt",
      "lastSeenAt",
      "savedCareers",
    ])("%s cannot be assigned, and is named", async (field) => {
      const { accessToken, id } = await makeAccount();
      const before = await deps.db.user.findUniqueOrThrow({ where: { id } });
      const value = { role: "admin", sessionEpoch: 7, trackingConsent: true }[field] ?? "admin";
      const problem = await getProblem("updateMe", { accessToken, body: { headline: "x", [field]: value } });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
      expect(await deps.db.user.findUniqueOrThrow({ where: { id } })).toEqual(before);
    });

    test("a prototype cannot be polluted either", async () => {
      const { accessToken } = await makeAccount();
      const rawBody = '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}';
      expect((await callApi("updateMe", { accessToken, rawBody })).status).toBe(400);
      expect(({} as { role?: string }).role).toBeUndefined();
      expect((await getReply("getMe", { accessToken })).role).toBe("member");
    });

    test.each([
      ["headline", "x".repeat(121)],
      ["skills", Array.from({ length: 51 }, (_, at) => `skill ${at}`)],
      ["skills[0]", ["x".repeat(61)]],
      ["skills[1]", ["x", "   "]],
      ["preferredLocations", Array.from({ length: 11 }, (_, at) => `place ${at}`)],
      ["preferredLocations[0]", ["x".repeat(81)]],
      ["seniority", "BOSS"],
      ["usesHistory", "no"],
      ["skills", "Python"],
    ])("%s out of bounds is refused", async (field, value) => {
      const { accessToken } = await makeAccount();
      const body = { [field.replace(/\[.*/, "")]: value };
      const problem = await getProblem("updateMe", { accessToken, body });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
    });

    test("texts are trimmed, put on one line, storable, and no skill is there twice", async () => {
      const { accessToken } = await makeAccount();
      const body = {
        headline: "  a\u0000\ud800 \r\n\t<script>alert(1)</script>  ",
        skills: [" Python", "python ", "PYTHON", "SQL\nServer"],
        preferredLocations: ["Boise", "boise"],
      };
      expect(await getReply("updateMe", { accessToken, body })).toMatchObject({
        headline: "a\ufffd <script>alert(1)</script>",
        skills: ["Python", "SQL Server"],
        preferredLocations: ["Boise"],
      });
    });
  });

  describe("consent", () => {
    test("granting without being known makes a guest with a proof; refusing stores nothing", async () => {
      const before = await countRows(deps);
      expect(await getReply("setConsent", { body: { tracking: false } })).toEqual({ tracking: null });
      expect(await countRows(deps)).toEqual(before);
      const granted = await callApi("setConsent", { body: { tracking: true } });
      expect(granted.json).toEqual({ tracking: true });
      const cookie = granted.headers.getSetCookie()[0]?.split(";")[0] ?? "";
      expect(cookie).toMatch(/^waymark_guest=/);
      const after = await countRows(deps);
      expect([after.User, after.Consent]).toEqual([(before.User ?? 0) + 1, (before.Consent ?? 0) + 1]);
      expect(await getReply("getConsent", { cookie })).toEqual({ tracking: true, policyVersion: expect.any(String) });
    });

    test("every answer is kept, the latest counts", async () => {
      const { accessToken, id } = await makeAccount();
      expect((await getReply("getConsent", { accessToken })).tracking).toBeNull();
      for (const tracking of [true, false, false, true, false]) {
        expect(await getReply("setConsent", { accessToken, body: { tracking } })).toEqual({ tracking });
        expect((await getReply("getMe", { accessToken })).trackingConsent).toBe(tracking);
      }
      const rows = await deps.db.consent.findMany({ where: { userId: id }, orderBy: { createdAt: "asc" } });
      expect(rows.map(({ isGranted }) => isGranted)).toEqual([true, false, false, true, false]);
      expect(new Set(rows.map(({ policyVersion }) => policyVersion)).size).toBe(1);
    });

    test("answers at the same time all are kept, and what counts is one of them", async () => {
      const { accessToken, id } = await makeAccount();
      const answers = Array.from({ length: 10 }, (_, at) => at % 2 === 0);
      await Promise.all(answers.map((tracking) => getReply("setConsent", { accessToken, body: { tracking } })));
      expect(await deps.db.consent.count({ where: { userId: id } })).toBe(10);
      expect((await getReply("getConsent", { accessToken })).tracking).toEqual(expect.any(Boolean));
    });
  });

  describe("skills", () => {
    const find = async (q: string, limit = 50) => (await getReply("listSkills", { query: { q, limit } })).items;

    test("beginning with what was typed come first, then those in which a later word does, in any case", async () => {
      const items = await find("wEb");
      expect(items.length).toBeGreaterThan(2);
      const firstWithin = items.findIndex((name) => !/^web/i.test(name));
      expect(firstWithin).toBeGreaterThan(0);
      for (const name of items.slice(firstWithin)) {
        expect(name).not.toMatch(/^web/i);
        expect(name).toMatch(/[^\p{L}\p{N}]web/iu);
      }
    });

    test("are skills and technologies of the catalogue, none twice", async () => {
      expect(await find("active li")).toEqual(["Active Listening"]);
      expect(await find("python")).toContain("Python");
      const all = await find("", 50);
      expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(50);
    });

    test("nothing is found for what no word begins with, and signs are only signs", async () => {
      for (const q of ["zzzz", "%", "_", "\\", "' OR 1=1", "(((", "🙂"]) expect(await find(q)).toEqual([]);
      expect(await find("c++")).toContain("C++");
    });

    test("a career that is added brings its technologies along", async () => {
      const code = "99-0001.00";
      const row = await deps.db.career.findFirstOrThrow();
      const record = {
        ...(row.record as object),
        code,
        technologies: [{ name: "Zzyzx Studio", hot: false, inDemand: false }],
      };
      await deps.db
        .$executeRaw`INSERT INTO "Career" ("code", "title", "clusterId", "record", "abilityVector", "schoolingLevel", "searchText",
          "embedding", "embeddingModel", "embeddingHash")
        SELECT ${code}, 'Zzyzx operator', "clusterId", ${JSON.stringify(record)}::jsonb, "abilityVector", "schoolingLevel", "searchText",
          "embedding", "embeddingModel", "embeddingHash" FROM "Career" WHERE "code" = ${row.code}`;
      deps.snapshot.checkedAtMs = 0;
      expect(await find("zzyz")).toEqual(["Zzyzx Studio"]);
    });
  });

  test("the last visit is noted once a day, and only then", async () => {
    const { accessToken, id } = await makeAccount();
    const lastSeen = async () => (await deps.db.user.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    const old = new Date(deps.nowMs() - 25 * 3600 * 1000);
    const made = await makeAccount();
    expect(made.id).not.toBe(id);
    await deps.db.user.update({ where: { id }, data: { lastSeenAt: old } });
    // Seen earlier today by this process: nothing is written.
    await getReply("getMe", { accessToken });
    expect(await lastSeen()).toEqual(old);
    const tomorrow = { ...deps, nowMs: () => Date.now() + 24 * 3600 * 1000, passwords: deps.passwords };
    routeThrough(tomorrow);
    const { accessToken: later } = await getReply("login", {
      body: { email: (await deps.db.user.findUniqueOrThrow({ where: { id } })).email, password: PASSWORD },
    });
    await getReply("getMe", { accessToken: later });
    await expect.poll(lastSeen).not.toEqual(old);
    routeThrough(deps);
  });
});
