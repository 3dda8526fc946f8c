import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wilsonInterval } from "@/lib/engine/math/statistics";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { makeAccount, type TestAccount } from "./make-account";

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PARTS = { embedding: 0, skills: 0, seniority: 0, recency: 0, location: 0 };

describe.each(ENGINES)("figures about jobs (%s database)", (engine) => {
  let deps: Deps;
  let admin: TestAccount;
  const jobIds: string[] = [];

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    routeThrough({ ...deps, nowMs: () => NOW });
    admin = await makeAccount(deps, "admin");
    const company = await deps.db.company.create({ data: { id: crypto.randomUUID(), name: "Kitewerk" } });
    for (let i = 0; i < 20; i++) {
      const job = { id: crypto.randomUUID(), companyId: company.id, source: "employer", title: `Job ${i}` };
      await deps.db.job.create({ data: { ...job, postedAt: new Date(NOW), isActive: i < 15 } });
      jobIds.push(job.id);
    }
  });
  afterAll(() => deps.close());

  const analytics = (days = 7) => getReply("getJobAnalytics", { query: { days }, accessToken: admin.accessToken });

  /** Somebody who was shown all twenty jobs, the later the higher their score. */
  async function show(trackingConsent: boolean | null, atMs: number): Promise<string> {
    const user = await deps.db.user.create({ data: { id: crypto.randomUUID(), trackingConsent } });
    const shown = { userId: user.id, feedId: crypto.randomUUID(), parts: PARTS, policy: "job-base", propensity: 1 };
    await deps.db.jobImpression.createMany({
      data: jobIds.map((jobId, i) => ({
        ...{ ...shown, id: crypto.randomUUID(), jobId, position: 20 - i, score: 5 * i, createdAt: new Date(atMs) },
        similarity: i === 0 ? null : i / 20 + 0.001,
      })),
    });
    return user.id;
  }
  const swipe = (userId: string, at: number, direction: "LEFT" | "RIGHT", atMs: number) =>
    deps.db.swipe.create({ data: { userId, jobId: jobIds[at] ?? "", direction, createdAt: new Date(atMs) } });

  test("are empty before anything is shown", async () => {
    const { deciles, similarity, sittings, totals } = await analytics();
    expect([deciles, similarity, sittings.count, sittings.medianSwipes]).toEqual([[], [], 0, null]);
    expect(totals).toMatchObject({
      openJobs: 15,
      closedJobs: 5,
      demoJobs: 0,
      companies: 1,
      shown: 0,
      swipes: 0,
      hired: 0,
    });
  });

  test("count each job once a person by the tenth of its score, and clicks only where they are recorded", async () => {
    const agreed = await show(true, NOW - DAY);
    // Shown again: the same jobs count once.
    await deps.db.jobImpression.createMany({
      data: (await deps.db.jobImpression.findMany({ where: { userId: agreed } })).map((row) => ({
        ...{ ...row, parts: PARTS, id: crypto.randomUUID(), createdAt: new Date(NOW - DAY + MINUTE) },
      })),
    });
    const silent = await show(null, NOW - DAY);
    await show(true, NOW - 30 * DAY);
    for (const userId of [agreed, silent]) {
      const opened = { userId, jobId: jobIds[19] ?? "", action: "open", occurredAt: new Date(NOW - DAY) };
      await deps.db.jobInteraction.create({ data: { ...opened, id: crypto.randomUUID() } });
    }
    await swipe(agreed, 19, "RIGHT", NOW - DAY);
    await swipe(agreed, 18, "RIGHT", NOW - DAY + MINUTE);
    await swipe(agreed, 0, "LEFT", NOW - DAY + 2 * MINUTE);
    await swipe(silent, 19, "LEFT", NOW - DAY);
    // After the pause, another sitting.
    await swipe(silent, 1, "RIGHT", NOW - DAY + 45 * MINUTE);
    const { deciles, similarity, sittings, totals } = await analytics();
    expect(deciles.map(({ shown }) => shown)).toEqual(Array(10).fill(4));
    expect(deciles[9]).toEqual({
      ...{ decile: 10, scoreMin: 90, scoreMax: 95, shown: 4, recorded: 2, opened: 1, swiped: 3, applied: 2 },
      openRate: wilsonInterval(1, 2),
      applyRate: wilsonInterval(2, 3),
    });
    expect(deciles[0]).toMatchObject({ decile: 1, scoreMin: 0, scoreMax: 5, swiped: 2, applied: 1 });
    expect(similarity).toHaveLength(19);
    expect(similarity[18]).toEqual({ from: 0.95, to: 1, shown: 2, applied: 1 });
    expect([sittings.count, sittings.medianSwipes]).toEqual([3, 1]);
    expect(sittings.sizes.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0]);
    expect(totals).toMatchObject({ shown: 60, swipes: 5, applications: 0 });
    expect((await analytics(60)).totals.shown).toBe(80);
  });

  test("are for admins alone", async () => {
    const member = await makeAccount(deps, "member");
    expect((await callApi("getJobAnalytics", { accessToken: member.accessToken })).status).toBe(403);
    expect((await callApi("getJobAnalytics")).status).toBe(401);
  });
});
