import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wilsonInterval } from "@/lib/engine/math/statistics";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { exampleAnswers } from "./example-answers";
import { makeAccount, type TestAccount } from "./make-account";

const SECRET = "a secret of the integration tests";

describe.each(ENGINES)("overview, audit log and system (%s database)", (engine) => {
  let deps: Deps & { dataDir: string };
  let admin: TestAccount;
  let nowMs = Date.now();

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    routeThrough({ ...deps, nowMs: () => nowMs });
    admin = await makeAccount(deps, "admin");
  });
  afterAll(() => deps.close());

  const as = () => ({ accessToken: admin.accessToken });
  const overview = (query: Record<string, string | number> = {}) => getReply("getOverview", { query, ...as() });
  const later = (seconds: number) => {
    nowMs += 1000 * seconds;
  };

  test("lists, clicks and states count, by day and by place in the list, and only clicks of people who let them be recorded", async () => {
    const before = await overview();
    const show = async (tracking: boolean) => {
      const quiz = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
      const cookie = toCookie(quiz) ?? "";
      await callApi("setConsent", { body: { tracking }, cookie });
      const { sessionId } = quiz.json as { sessionId: string };
      const list = await getReply("recommend", { body: { sessionId }, cookie });
      return { cookie, sessionId, ids: list.recommendations.map((row) => row.recommendationId) };
    };
    const [first, second, refused] = [await show(true), await show(true), await show(false)];
    const click = ({ cookie, ids }: { cookie: string; ids: string[] }, at: number) =>
      callApi("interact", { params: { recommendationId: ids[at] ?? "" }, body: { interaction_type: "click" }, cookie });
    await click(first, 0);
    await click(first, 0);
    await click(second, 0);
    await click(second, 2);
    await click(refused, 1);
    later(20);
    const after = await overview();
    expect(after.totals.slates - before.totals.slates).toBe(3);
    expect(after.totals.quizzes - before.totals.quizzes).toBe(3);
    expect(after.totals.impressions - before.totals.impressions).toBe(15);
    expect(after.recorded.click - before.recorded.click).toBe(4);
    expect(after.people.guests - before.people.guests).toBe(3);
    expect(after.clickThrough.map(({ position, impressions, clicked }) => [position, impressions, clicked])).toEqual([
      [1, 2, 2],
      [2, 2, 0],
      [3, 2, 1],
      [4, 2, 0],
      [5, 2, 0],
    ]);
    const { estimate, low, high } = wilsonInterval(1, 2);
    expect(after.clickThrough[2]).toMatchObject({ rate: estimate, low, high });
    expect((await overview({ surface: "search" })).clickThrough).toEqual([]);
  });

  test("the series has every day once, oldest first, and sums to the totals", async () => {
    for (const days of [1, 7, 366]) {
      const reply = await overview({ days });
      expect(reply.daily).toHaveLength(days);
      expect(reply.daily.at(-1)?.day).toBe(new Date(nowMs).toISOString().slice(0, 10));
      expect(reply.daily.map(({ day }) => day)).toEqual(reply.daily.map(({ day }) => day).toSorted());
      expect(reply.daily.reduce((sum, { slates }) => sum + slates, 0)).toBe(reply.totals.slates);
    }
    for (const days of [0, 367, 1.5])
      expect((await callApi("getOverview", { query: { days }, ...as() })).status).toBe(400);
  });

  test("what happened before the first day does not count", async () => {
    await makeAccount(deps, "member", { createdAt: new Date(nowMs - 40 * 24 * 3600 * 1000) });
    later(20);
    const sum = async (days: number) =>
      (await overview({ days })).daily.reduce((total, { newAccounts }) => total + newAccounts, 0);
    expect((await sum(90)) - (await sum(30))).toBe(1);
  });

  test("the audit log reads backwards page by page, each entry once, also of one moment, while new ones come in", async () => {
    const createdAt = new Date(nowMs);
    await deps.db.auditLog.createMany({
      data: Array.from({ length: 25 }, () => ({
        ...{ id: deps.newId(), actorId: admin.id, action: "career.change", targetType: "career" },
        ...{ targetId: "15-1252.00", createdAt },
      })),
    });
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: Record<string, string | number> = {
        limit: 10,
        target: "15-1252.00",
        ...(cursor === "" ? {} : { cursor }),
      };
      const page = await getReply("listAudit", { query, ...as() });
      expect(page.items.every(({ targetName }) => targetName === "Software Developers")).toBe(true);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      await deps.db.auditLog.create({
        data: {
          id: deps.newId(),
          action: "career.change",
          targetType: "career",
          targetId: "15-1252.00",
          createdAt: new Date(nowMs + 60_000),
        },
      });
    }
    expect(ids).toHaveLength(25);
    expect(new Set(ids).size).toBe(25);
  });

  test("audit entries are found by who, what, whom and when", async () => {
    const other = await makeAccount(deps, "admin", { email: "Other.Admin@example.org".toLowerCase() });
    const member = await makeAccount(deps, "member");
    await getReply("changePerson", {
      params: { id: member.id },
      body: { locked: true },
      accessToken: other.accessToken,
    });
    const find = async (query: Record<string, string>) => (await getReply("listAudit", { query, ...as() })).items;
    const ways: Record<string, string>[] = [
      { actor: other.id },
      { actor: "other.admin@EXAMPLE.org" },
      { target: member.id },
      { action: "person.lock" },
      { action: "person", from: new Date(nowMs).toISOString().slice(0, 10) },
    ];
    for (const query of ways) {
      const [entry] = await find(query);
      expect(entry).toMatchObject({
        ...{ action: "person.lock", targetId: member.id, targetName: member.email },
        actor: { id: other.id, email: other.email },
      });
    }
    expect(await find({ actor: "nobody@example.org" })).toEqual([]);
    expect(await find({ target: member.id, to: "2020-01-01" })).toEqual([]);
    expect(await find({ action: "perso" })).toEqual([]);
  });

  test("the system page says what runs here and tells no secret", async () => {
    const reply = await getReply("getSystem", as());
    expect(reply.database.engine).toBe(engine);
    expect(reply.database.pgvector).toMatch(/^\d+\.\d+/);
    expect(reply.database.migrations.map(({ name }) => name)).toContain("20261120170000_careers");
    expect(reply.catalogue).toMatchObject({
      total: 923,
      active: 923,
      embedded: 923,
      own: 0,
      changed: 0,
      isCurrent: true,
    });
    expect(reply.model).toEqual({ name: "waymark-embed-1", isLoaded: true, problem: null });
    expect(reply.process.nodeVersion).toBe(process.versions.node);
    expect(reply.settings.find(({ name }) => name === "AUTH_SECRET")).toEqual({
      ...{ name: "AUTH_SECRET", value: null, isSecret: true, isSet: true },
    });
    for (const { isSecret, value } of reply.settings) if (isSecret) expect(value).toBeNull();
    expect(JSON.stringify(reply)).not.toContain(SECRET);
  });
});
