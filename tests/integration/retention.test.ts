import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { deleteExpiredGuests, keepDeletingExpiredGuests } from "@/lib/use-cases/delete-expired-guests";
import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { callApi } from "./call-api";
import { countRows, ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { makeWholePerson } from "./whole-person";

const DAY_MS = 24 * 3600 * 1000;
const NOW_MS = Date.UTC(2031, 4, 6, 7, 8, 9);

describe.each(ENGINES)("how long data is kept (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());
  afterEach(() => vi.useRealTimers());

  const at = (nowMs: number): Deps => ({ ...deps, nowMs: () => nowMs });
  const seen = (id: string, daysAgo: number) =>
    deps.db.user.update({ where: { id }, data: { lastSeenAt: new Date(NOW_MS - daysAgo * DAY_MS) } });
  const isThere = async (id: string) => (await deps.db.user.count({ where: { id } })) === 1;

  test("guests go with everything 180 days after they were last seen; accounts and newer guests stay", async () => {
    const kept = await deps.db.user.create({ data: { id: crypto.randomUUID() } });
    const account = await makeWholePerson(deps);
    await seen(kept.id, 180);
    await seen(account.userId, 5000);
    await deps.db.refreshToken.deleteMany();
    await deps.db.shareLink.deleteMany();
    await deps.db.endedSession.deleteMany();
    const before = await countRows(deps);
    const guest = await makeWholePerson(deps, { role: "guest" });
    await seen(guest.userId, 181);
    await deps.db.user.updateMany({ where: { role: "admin" }, data: { lastSeenAt: new Date(0) } });
    const counts = await deleteExpiredGuests(at(NOW_MS));
    expect(counts).toEqual({ guests: 1, refreshTokens: 1, endedSessions: 1, shareLinks: 1 });
    expect(await Promise.all([guest.userId, kept.id, account.userId].map(isThere))).toEqual([false, true, true]);
    const after = await countRows(deps);
    // The other admin of the guest's log entries and those entries; the company with the job, which is nobody's.
    const left: Record<string, number> = { User: 1, AuditLog: 5, Company: 1, Job: 1 };
    for (const [table, count] of Object.entries(after)) {
      expect([table, count]).toEqual([table, (before[table] ?? 0) + (left[table] ?? 0)]);
    }
    expect(await deps.db.auditLog.count({ where: { targetId: guest.userId } })).toBe(0);
  });

  test("how long guests are kept is configurable, and counts from their last visit", async () => {
    const { id } = await deps.db.user.create({ data: { id: crypto.randomUUID() } });
    const cookie = toGuestCookie(id, false).split(";")[0] ?? "";
    await seen(id, 9);
    await deleteExpiredGuests({ ...at(NOW_MS), guestRetentionDays: 10 });
    expect(await isThere(id)).toBe(true);
    // A visit today: three days later it is not yet over.
    await deps.db.user.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - 10 * DAY_MS) } });
    await callApi("listCareers", { cookie });
    await vi.waitFor(async () => {
      const { lastSeenAt } = await deps.db.user.findUniqueOrThrow({ where: { id } });
      expect(lastSeenAt.getTime()).toBeGreaterThan(Date.now() - DAY_MS);
    });
    await deleteExpiredGuests({ ...at(Date.now() + 3 * DAY_MS), guestRetentionDays: 10 });
    expect(await isThere(id)).toBe(true);
    await deleteExpiredGuests({ ...at(Date.now() + 11 * DAY_MS), guestRetentionDays: 10 });
    expect(await isThere(id)).toBe(false);
  });

  test("many guests go in several steps, also when two servers start at once", async () => {
    const old = { lastSeenAt: new Date(NOW_MS - 400 * DAY_MS) };
    await deps.db.user.createMany({ data: Array.from({ length: 250 }, () => ({ id: crypto.randomUUID(), ...old })) });
    const runs = await Promise.all([deleteExpiredGuests(at(NOW_MS)), deleteExpiredGuests(at(NOW_MS))]);
    const rest = await deleteExpiredGuests(at(NOW_MS));
    const total = [...runs, rest].reduce((sum, counts) => sum + (counts?.guests ?? 0), 0);
    expect(total).toBe(250);
    expect(await deps.db.user.count({ where: { role: "guest", lastSeenAt: old.lastSeenAt } })).toBe(0);
  });

  test("tokens that a theft would be noticed by stay until they expire", async () => {
    const { id: userId } = await deps.db.user.create({ data: { id: crypto.randomUUID(), role: "member" } });
    const token = { userId, familyId: crypto.randomUUID(), secretHash: "x", epoch: 0, usedAt: new Date(0) };
    const expiries = [NOW_MS, NOW_MS + 1].map((ms) => ({ expiresAt: new Date(ms), id: crypto.randomUUID() }));
    await deps.db.refreshToken.createMany({ data: expiries.map((expiry) => ({ ...token, ...expiry })) });
    await deleteExpiredGuests(at(NOW_MS));
    const left = await deps.db.refreshToken.findMany({ where: { userId } });
    expect(left.map(({ id }) => id)).toEqual([expiries[1]?.id]);
  });

  test("a guest's cookie lasts as long as their data: it is sent anew on the first visit of a day", async () => {
    const { id } = await deps.db.user.create({ data: { id: crypto.randomUUID() } });
    const cookie = toGuestCookie(id, false).split(";")[0] ?? "";
    const send = async (nowMs: number) => {
      routeThrough(at(nowMs));
      try {
        return (await callApi("listCareers", { cookie })).headers.get("set-cookie");
      } finally {
        routeThrough(deps);
      }
    };
    expect(await send(NOW_MS)).toBe(`${cookie}; Path=/; Max-Age=${180 * 24 * 3600}; HttpOnly; SameSite=Lax`);
    expect(await send(NOW_MS)).toBeNull();
    expect(await send(NOW_MS + DAY_MS)).toContain(cookie);
    expect(await send(NOW_MS + DAY_MS)).toBeNull();
  });

  test("it happens at the start and once a day", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const stop = keepDeletingExpiredGuests(at(NOW_MS));
    const makeGuest = async () => {
      const { id } = await deps.db.user.create({ data: { id: crypto.randomUUID(), lastSeenAt: new Date(0) } });
      return id;
    };
    await deps.background.settle();
    const first = await makeGuest();
    vi.advanceTimersByTime(DAY_MS - 1);
    await deps.background.settle();
    expect(await isThere(first)).toBe(true);
    vi.advanceTimersByTime(1);
    await deps.background.settle();
    expect(await isThere(first)).toBe(false);
    stop();
    const second = await makeGuest();
    vi.advanceTimersByTime(3 * DAY_MS);
    await deps.background.settle();
    expect(await isThere(second)).toBe(true);
  });
});
