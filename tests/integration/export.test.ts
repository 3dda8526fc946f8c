import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ExportSchema } from "@/lib/contracts/user-data";
import { USER_DATA_TABLES } from "@/lib/db/user-data";
import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { callApi, getProblem } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { importUserData } from "./import-user-data";
import { makeWholePerson } from "./whole-person";

const SECRETS = ["passwordHash", "secretHash"];
/** They follow from the other columns, and from the jobs. */
const EMBEDDINGS = ["baseEmbedding", "embedding"];
/** Tables that say whose a row is in another column. */
const OTHER_TABLES = ["User", "AuditLog", "Company"];

describe.each(ENGINES)("exporting one's data (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const download = (userId: string) =>
    callApi("exportMe", { cookie: toGuestCookie(userId, false).split(";")[0] ?? "" });

  test("covers every table that belongs to a person", async () => {
    const tables = await deps.db.$queryRaw<{ name: string }[]>`
      SELECT "table_name"::text AS "name" FROM information_schema.columns
      WHERE "table_schema" = 'public' AND "column_name" IN ('userId', 'actorId', 'ownerId')`;
    expect(["User", ...USER_DATA_TABLES].toSorted()).toEqual(["User", ...tables.map(({ name }) => name)].toSorted());
  });

  test("holds every row and every column but the secrets", async () => {
    const { userId } = await makeWholePerson(deps, { passwordHash: "secret-hash-of-the-password" });
    const reply = await download(userId);
    expect([reply.status, reply.contentType]).toEqual([200, "application/json"]);
    const today = new Date().toISOString().slice(0, 10);
    expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="waymark-export-${today}.json"`);
    expect(reply.text).not.toContain("secret-hash");
    const file = ExportSchema.parse(reply.json);
    const careers = file.lists.flatMap((list) => list.careers);
    const rows: Record<string, object[]> = {
      ...{ User: [file.profile], QuizSession: file.quizzes, Slate: file.lists, Impression: careers },
      ...{
        Interaction: file.interactions,
        InteractionTally: file.interactionTotals,
        SavedCareer: file.savedCareers,
        CareerReaction: file.reactions,
      },
      ...{ SettledEvent: file.settledEvents, ShareLink: file.shareLinks, Consent: file.consents },
      ...{ JobProfile: file.jobProfile, JobFeed: file.jobFeeds, JobImpression: file.jobsShown, Swipe: file.swipes },
      ...{ JobInteraction: file.jobInteractions, Application: file.applications },
      ...{ ApplicationEvent: file.applicationEvents, Company: file.companies },
      ...{ RefreshToken: file.sessions, EndedSession: file.endedSessions, AuditLog: file.auditEntries },
    };
    for (const table of ["User", ...USER_DATA_TABLES]) {
      const columns = await deps.db.$queryRaw<{ name: string }[]>`
        SELECT "column_name"::text AS "name" FROM information_schema.columns
        WHERE "table_schema" = 'public' AND "table_name" = ${table}`;
      // Whose a row is, and which list it is in, follow from where it stands in the file.
      const implied = [...SECRETS, ...EMBEDDINGS, "userId", "actorId", "ownerId", "slateId"];
      const expected = columns
        .map(({ name }) => name)
        .filter((name) => !implied.includes(name) || table === "ShareLink");
      const row = rows[table]?.[0] ?? {};
      expect({ table, columns: Object.keys(row) }).toEqual({
        table,
        columns: expect.arrayContaining(expected.filter((name) => name !== "userId")),
      });
      if (OTHER_TABLES.includes(table)) continue;
      const [stored] = await deps.db.$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS "count" FROM "${table}" WHERE "userId" = '${userId}'`,
      );
      expect({ table, count: rows[table]?.length }).toEqual({ table, count: stored?.count });
    }
  });

  test("names careers and questions, and writes times in ISO form and in order", async () => {
    const { userId } = await makeWholePerson(deps);
    const file = ExportSchema.parse((await download(userId)).json);
    expect(file.savedCareers.map(({ careerCode, career }) => [careerCode, career])).toContainEqual([
      "15-1252.00",
      "Software Developers",
    ]);
    expect(file.savedCareers).toContainEqual(expect.objectContaining({ careerCode: "99-9999.00", career: null }));
    expect(file.quizzes[0]?.answers[0]).toEqual({
      questionId: "analytical",
      question: "Working out tricky problems step by step",
      value: 7,
    });
    expect(file.profile.createdAt).toBe("2026-10-03T08:00:07.123Z");
    const times = file.interactions.map(({ occurredAt }) => occurredAt);
    expect(times).toEqual(times.toSorted());
    expect(new Set(file.interactions.map(({ id }) => id)).size).toBe(times.length);
  });

  test("tells what admins did, but nothing about anybody else", async () => {
    const { userId } = await makeWholePerson(deps);
    const file = ExportSchema.parse((await download(userId)).json);
    const others = await deps.db.auditLog.findMany({ where: { targetId: userId } });
    expect(file.auditEntries).toHaveLength(3);
    expect(file.auditEntries).toContainEqual(
      expect.objectContaining({
        action: "person.role",
        wasDoneBy: "somebody else",
        isAboutMe: true,
        details: { to: "member" },
      }),
    );
    expect(file.auditEntries).toContainEqual(
      expect.objectContaining({
        action: "person.lock",
        wasDoneBy: "me",
        isAboutMe: false,
        targetId: null,
        details: null,
      }),
    );
    expect(JSON.stringify(file)).not.toContain(others[0]?.actorId);
  });

  test("an export that is put into an empty place is exported the same again", async () => {
    const { userId } = await makeWholePerson(deps);
    const first = await download(userId);
    const elsewhere = await openTestDeps(engine);
    try {
      await importUserData(elsewhere, first.text);
      // As the careers' titles, those of the jobs are looked up: the jobs themselves are nobody's.
      const posted = await deps.db.job.findFirstOrThrow({ where: { company: { ownerId: userId } } });
      await elsewhere.db.job.create({ data: posted });
      const second = await download(userId);
      const withoutTime = (text: string) => text.replace(/^"exportedAt": .*$/m, "");
      expect(second.text).not.toBe("");
      expect(withoutTime(second.text)).toBe(withoutTime(first.text));
    } finally {
      await elsewhere.close();
      routeThrough(deps);
    }
  });

  test("nobody gets a file with nothing in it", async () => {
    expect((await getProblem("exportMe")).status).toBe(401);
    const gone = { cookie: toGuestCookie(crypto.randomUUID(), false).split(";")[0] ?? "" };
    expect((await getProblem("exportMe", gone)).status).toBe(401);
  });
});
