import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, getProblem, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { makeAccount, type TestAccount } from "./make-account";

describe.each(ENGINES)("people in the admin's hands (%s database)", (engine) => {
  let deps: Deps;
  let admin: TestAccount;

  beforeAll(async () => {
    deps = await openTestDeps(engine, { isSeeded: false });
    admin = await makeAccount(deps, "admin");
  });
  afterAll(() => deps.close());

  const as = ({ accessToken }: { accessToken: string }): CallInput => ({ accessToken });
  const list = (query: Record<string, string | number>) => getReply("listPeople", { query, ...as(admin) });
  const change = (id: string, body: object, by = admin) =>
    getReply("changePerson", { params: { id }, body, ...as(by) });
  const refusal = async (id: string, body: object, by = admin) =>
    (await getProblem("changePerson", { params: { id }, body, ...as(by) })).status;
  const audit = (targetId: string) =>
    deps.db.auditLog.findMany({ where: { targetId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const canAct = async (account: TestAccount) => (await callApi("getMe", as(account))).status === 200;

  test("locking ends every session and token at once, is recorded, and can be taken back", async () => {
    const email = `lock-${crypto.randomUUID()}@example.com`;
    const tokens = await getReply("register", { body: { email, password: "purple anvil forty" } });
    const { id } = await getReply("getMe", as(tokens));
    expect((await change(id, { locked: true })).isLocked).toBe(true);
    expect((await callApi("getMe", as(tokens))).status).toBe(401);
    expect((await callApi("refresh", { body: { refreshToken: tokens.refreshToken } })).status).toBe(401);
    expect((await callApi("login", { body: { email, password: "purple anvil forty" } })).status).toBe(401);
    await change(id, { locked: true });
    expect((await change(id, { locked: false })).isLocked).toBe(false);
    // Unlocked is not signed in: what there was before stays ended.
    expect((await callApi("refresh", { body: { refreshToken: tokens.refreshToken } })).status).toBe(401);
    expect((await callApi("login", { body: { email, password: "purple anvil forty" } })).status).toBe(200);
    const rows = await audit(id);
    expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["person.lock", admin.id],
      ["person.unlock", admin.id],
    ]);
    expect(JSON.stringify(rows)).not.toContain(email);
  });

  test("another role counts at once, ends old sessions and is recorded with both roles", async () => {
    const member = await makeAccount(deps, "member");
    expect((await change(member.id, { role: "admin" })).role).toBe("admin");
    expect(await canAct(member)).toBe(false);
    await change(member.id, { role: "employer" });
    expect((await audit(member.id)).map(({ action, details }) => [action, details])).toEqual([
      ["person.role", { before: { role: "member" }, after: { role: "admin" } }],
      ["person.role", { before: { role: "admin" }, after: { role: "employer" } }],
    ]);
  });

  test("a change that changes nothing ends no session and leaves no trace", async () => {
    const member = await makeAccount(deps, "member");
    await change(member.id, { role: "member", locked: false });
    expect(await canAct(member)).toBe(true);
    expect(await audit(member.id)).toEqual([]);
  });

  test("nobody can lock, demote or reset themself, and a guest has nothing to change", async () => {
    const guest = await makeAccount(deps, "guest");
    const before = await countRows(deps);
    expect(await refusal(admin.id, { locked: true })).toBe(409);
    expect(await refusal(admin.id, { role: "member" })).toBe(409);
    expect(await refusal(guest.id, { role: "admin" })).toBe(409);
    expect(await refusal(guest.id, { locked: true })).toBe(409);
    expect(await refusal(crypto.randomUUID(), { locked: true })).toBe(404);
    for (const { id } of [admin, guest]) {
      expect((await getProblem("setTemporaryPassword", { params: { id }, ...as(admin) })).status).toBe(409);
    }
    for (const body of [{ role: "guest" }, { role: "root" }, { locked: "yes" }, {}, { email: "me@example.com" }]) {
      expect(await refusal(admin.id, body)).toBe(400);
    }
    expect(await countRows(deps)).toEqual(before);
    expect(await canAct(admin)).toBe(true);
  });

  test("of two admins who demote each other at once one is left, however often they try", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await makeAccount(deps, "admin"), await makeAccount(deps, "admin")];
      const body = round % 2 === 0 ? { role: "member" } : { locked: true };
      const statuses = await Promise.all([
        callApi("changePerson", { params: { id: b.id }, body, ...as(a) }),
        callApi("changePerson", { params: { id: a.id }, body, ...as(b) }),
      ]);
      const left = await deps.db.user.count({ where: { id: { in: [a.id, b.id] }, role: "admin", lockedAt: null } });
      expect(left).toBe(1);
      expect(statuses.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });

  test("a temporary password is shown once, works, ends old sessions, and is in neither the log nor the audit", async () => {
    const email = `reset-${crypto.randomUUID()}@example.com`;
    const tokens = await getReply("register", { body: { email, password: "purple anvil forty" } });
    const { id } = await getReply("getMe", as(tokens));
    const { temporaryPassword } = await getReply("setTemporaryPassword", { params: { id }, ...as(admin) });
    expect(temporaryPassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect((await callApi("getMe", as(tokens))).status).toBe(401);
    expect((await callApi("login", { body: { email, password: "purple anvil forty" } })).status).toBe(401);
    expect((await callApi("login", { body: { email, password: temporaryPassword } })).status).toBe(200);
    const rows = await audit(id);
    expect(rows.map(({ action }) => action)).toEqual(["person.temporary_password"]);
    expect(JSON.stringify(rows)).not.toContain(temporaryPassword);
    const { passwordHash } = await deps.db.user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });

  test("people are found by how their address begins or by their id, never by a part of it, and guests only when asked for", async () => {
    const stem = `q_${crypto.randomUUID().slice(0, 8)}`;
    const first = await makeAccount(deps, "member", { email: `${stem}.first@example.com` });
    await makeAccount(deps, "member", { email: `${stem}.second@example.com` });
    const guest = await makeAccount(deps, "guest");
    const find = async (query: Record<string, string>) => (await list(query)).items.map(({ id }) => id);
    expect(await find({ q: `${stem}.FIRST@example.com` })).toEqual([first.id]);
    expect(await find({ q: stem })).toHaveLength(2);
    expect(await find({ q: first.id })).toEqual([first.id]);
    for (const q of ["first@example", "%", `${stem.replace("_", "x")}`]) expect(await find({ q })).toEqual([]);
    expect(await find({ q: guest.id })).toEqual([]);
    expect(await find({ q: guest.id, role: "guest" })).toEqual([guest.id]);
    expect((await list({ limit: 100 })).items.every(({ role }) => role !== "guest")).toBe(true);
    expect(JSON.stringify(await list({ limit: 100 }))).not.toMatch(/argon2|passwordHash/);
  });

  test("pages of people who came in the same moment hold each of them once", async () => {
    const createdAt = new Date("2026-03-01T12:00:00Z");
    await Promise.all(Array.from({ length: 23 }, () => makeAccount(deps, "provider", { createdAt })));
    const ids: string[] = [];
    for (let page = 1; page <= 5; page++) {
      const reply = await list({ role: "provider", page, limit: 5 });
      expect(reply.total).toBe(23);
      ids.push(...reply.items.map(({ id }) => id));
    }
    expect(new Set(ids).size).toBe(23);
  });

  test("a locked account is among the locked ones and not among the open ones", async () => {
    const locked = await makeAccount(deps, "client", { lockedAt: new Date() });
    const ids = async (status: string) => (await list({ status, role: "client" })).items.map(({ id }) => id);
    expect(await ids("locked")).toContain(locked.id);
    expect(await ids("open")).not.toContain(locked.id);
  });
});
