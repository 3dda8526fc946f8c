import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeJob, makeSeeker } from "./job-calls";

describe.each(ENGINES)("swiping jobs (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const swipe = (cookie: string, jobId: string, direction: "LEFT" | "RIGHT", reasons: string[] = []) =>
    callApi("swipeJob", { cookie, body: { jobId, direction, reasons } });
  const listEvents = async (userId: string) =>
    (await deps.db.applicationEvent.findMany({ where: { userId }, orderBy: { createdAt: "asc" } })).map(
      ({ kind }) => kind,
    );

  test("right applies, with the score and its parts as they are then", async () => {
    const jobId = await makeJob(deps, { tags: ["Python"], isRemote: true });
    const { id, cookie } = await makeSeeker(deps, { headline: "Developer", skills: ["python"] });
    const { items } = await getReply("discoverJobs", { cookie, query: { skills: "python" } });
    const shown = items.find((item) => item.id === jobId);
    const reply = await getReply("swipeJob", { cookie, body: { jobId, direction: "RIGHT" } });
    expect(reply).toMatchObject({ jobId, direction: "RIGHT", application: { status: "SUBMITTED" } });
    const application = await deps.db.application.findFirstOrThrow({ where: { userId: id } });
    expect(application).toMatchObject({ id: reply.application?.id, jobId, status: "SUBMITTED", withdrawnAt: null });
    expect(application.partsAtApply).toMatchObject({ skills: 20, location: 5 });
    expect(application.scoreAtApply).toBeCloseTo(shown?.score ?? Number.NaN, 0);
    expect(await listEvents(id)).toEqual(["applied"]);
  });

  test("the same again is as good as once, the other way is a conflict until it is undone", async () => {
    const jobId = await makeJob(deps);
    const { id, cookie } = await makeSeeker(deps);
    const first = await swipe(cookie, jobId, "RIGHT");
    const again = await swipe(cookie, jobId, "RIGHT");
    expect(again.json).toEqual(first.json);
    const problem = await getProblem("swipeJob", { cookie, body: { jobId, direction: "LEFT" } });
    expect(problem).toMatchObject({ status: 409, errors: [{ field: "direction" }] });
    expect(problem.detail).toMatch(/undo that first/i);
    await getReply("undoSwipe", { cookie, params: { jobId } });
    expect((await swipe(cookie, jobId, "LEFT")).status).toBe(200);
    expect(await listEvents(id)).toEqual(["applied", "withdrawn"]);
  });

  test("a retry of a swipe is answered the same after the job was closed", async () => {
    const jobId = await makeJob(deps);
    const { cookie } = await makeSeeker(deps);
    const first = await swipe(cookie, jobId, "RIGHT");
    await deps.db.job.update({ where: { id: jobId }, data: { isActive: false } });
    expect((await swipe(cookie, jobId, "RIGHT")).json).toEqual(first.json);
  });

  test("unknown jobs are not found, closed and expired ones are a conflict, and nothing is stored", async () => {
    const closed = await makeJob(deps, { isActive: false });
    const expired = await makeJob(deps, { expiresAt: new Date(Date.now() - 1) });
    const { id, cookie } = await makeSeeker(deps);
    const unknown = await getProblem("swipeJob", { cookie, body: { jobId: crypto.randomUUID(), direction: "LEFT" } });
    expect(unknown).toMatchObject({ status: 404, errors: [{ field: "jobId" }] });
    for (const jobId of [closed, expired]) {
      for (const direction of ["LEFT", "RIGHT"] as const)
        expect((await swipe(cookie, jobId, direction)).status).toBe(409);
    }
    expect(await deps.db.swipe.count({ where: { userId: id } })).toBe(0);
    expect(await deps.db.application.count({ where: { userId: id } })).toBe(0);
    const users = await deps.db.user.count();
    expect((await callApi("swipeJob", { body: { jobId: closed, direction: "RIGHT" } })).status).toBe(409);
    expect(await deps.db.user.count()).toBe(users);
  });

  test("somebody seen for the first time becomes a guest by it", async () => {
    const jobId = await makeJob(deps);
    const reply = await callApi("swipeJob", { body: { jobId, direction: "RIGHT" } });
    const cookie = toCookie(reply) ?? "";
    const { items } = await getReply("listSwipes", { cookie });
    expect(items).toMatchObject([{ direction: "RIGHT", job: { id: jobId } }]);
  });

  test("twenty right swipes at once make one application and one event", async () => {
    const jobId = await makeJob(deps);
    const { id, cookie } = await makeSeeker(deps, { headline: "Developer" });
    const replies = await Promise.all(Array.from({ length: 20 }, () => swipe(cookie, jobId, "RIGHT")));
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const ids = replies.map(({ json }) => (json as { application: { id: string } }).application.id);
    expect(new Set(ids).size).toBe(1);
    expect(await deps.db.application.count({ where: { userId: id } })).toBe(1);
    expect(await listEvents(id)).toEqual(["applied"]);
  });

  test("of left and right at once one counts, and the other is told so", async () => {
    for (let round = 0; round < 5; round++) {
      const jobId = await makeJob(deps);
      const { id, cookie } = await makeSeeker(deps);
      const replies = await Promise.all([swipe(cookie, jobId, "LEFT", ["company"]), swipe(cookie, jobId, "RIGHT")]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const kept = await deps.db.swipe.findFirstOrThrow({ where: { userId: id } });
      expect(await deps.db.application.count({ where: { userId: id } })).toBe(kept.direction === "RIGHT" ? 1 : 0);
    }
  });

  test("undoing and swiping at once leaves a swipe with an open application, or neither", async () => {
    for (let round = 0; round < 10; round++) {
      const jobId = await makeJob(deps);
      const { id, cookie } = await makeSeeker(deps);
      await swipe(cookie, jobId, "RIGHT");
      const calls = [swipe(cookie, jobId, "RIGHT"), callApi("undoSwipe", { cookie, params: { jobId } })];
      const statuses = (await Promise.all([...calls, swipe(cookie, jobId, "RIGHT")])).map(({ status }) => status);
      expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
      const swipes = await deps.db.swipe.count({ where: { userId: id, jobId } });
      const application = await deps.db.application.findFirstOrThrow({ where: { userId: id, jobId } });
      expect(application.withdrawnAt === null).toBe(swipes === 1);
      const events = await listEvents(id);
      expect(events.filter((kind) => kind === "withdrawn").length).toBeLessThanOrEqual(1);
      expect(events.length).toBe(1 + (events.includes("withdrawn") ? 1 : 0) + (events.includes("reopened") ? 1 : 0));
      expect(events.includes("reopened")).toBe(events.includes("withdrawn") && swipes === 1);
    }
  });

  test("undoing withdraws the application; swiping right again opens it again", async () => {
    const jobId = await makeJob(deps);
    const { id, cookie } = await makeSeeker(deps);
    const first = await getReply("swipeJob", { cookie, body: { jobId, direction: "RIGHT" } });
    expect(await getReply("undoSwipe", { cookie, params: { jobId } })).toMatchObject({ undone: true });
    expect(await getReply("undoSwipe", { cookie, params: { jobId } })).toMatchObject({ undone: false });
    expect((await deps.db.application.findFirstOrThrow({ where: { userId: id } })).withdrawnAt).not.toBeNull();
    const { items } = await getReply("discoverJobs", { cookie, query: { limit: 50 } });
    expect(items.some((item) => item.id === jobId)).toBe(true);
    const again = await getReply("swipeJob", { cookie, body: { jobId, direction: "RIGHT" } });
    expect(again.application?.id).toBe(first.application?.id);
    expect((await deps.db.application.findFirstOrThrow({ where: { userId: id } })).withdrawnAt).toBeNull();
    expect(await listEvents(id)).toEqual(["applied", "withdrawn", "reopened"]);
  });

  test.each(["HIRED", "REJECTED"] as const)("an application that is %s cannot be undone", async (status) => {
    const jobId = await makeJob(deps);
    const { id, cookie } = await makeSeeker(deps);
    await swipe(cookie, jobId, "RIGHT");
    await deps.db.application.updateMany({ where: { userId: id }, data: { status } });
    expect((await getProblem("undoSwipe", { cookie, params: { jobId } })).status).toBe(409);
    expect(await deps.db.swipe.count({ where: { userId: id } })).toBe(1);
  });

  test("reasons of a left swipe become preferences, once", async () => {
    const clusterId = (await deps.db.cluster.findFirstOrThrow()).id;
    const job = { salaryMax: 71_500, location: "Athens", clusterId, seniority: "LEAD", company: "Slow Ltd" } as const;
    const jobId = await makeJob(deps, job);
    const { cookie } = await makeSeeker(deps);
    const reasons = ["pay", "location", "company", "field", "seniority", "other"];
    const reply = await getReply("swipeJob", { cookie, body: { jobId, direction: "LEFT", reasons } });
    expect(reply.application).toBeNull();
    expect(reply.preferences).toMatchObject({
      ...{ salaryMin: 72_000, hiddenLocations: ["Athens"], hiddenClusters: [clusterId], hiddenSeniorities: ["LEAD"] },
      hiddenCompanies: [{ name: "Slow Ltd" }],
    });
    const edited = await getReply("updateJobPreferences", { cookie, body: { hiddenLocations: [], salaryMin: null } });
    expect(edited.preferences).toMatchObject({ hiddenLocations: [], salaryMin: null, hiddenSeniorities: ["LEAD"] });
    await swipe(cookie, jobId, "LEFT", reasons);
    expect((await getReply("getJobPreferences", { cookie })).preferences).toEqual(edited.preferences);
    const { items } = await getReply("listSwipes", { cookie });
    expect(items[0]?.reasons.toSorted()).toEqual(reasons.toSorted());
  });

  test("reasons that come after the swipe are added to it, and become preferences", async () => {
    const jobId = await makeJob(deps, { location: "Athens", company: "Slow Ltd" });
    const { cookie } = await makeSeeker(deps);
    await swipe(cookie, jobId, "LEFT");
    const body = { jobId, direction: "LEFT" as const };
    const first = await getReply("swipeJob", { cookie, body: { ...body, reasons: ["location"] } });
    expect(first.preferences).toMatchObject({ hiddenLocations: ["Athens"], hiddenCompanies: [] });
    // The second time its first reason is an old one, which somebody may have taken back since.
    await getReply("updateJobPreferences", { cookie, body: { hiddenLocations: [] } });
    const second = await getReply("swipeJob", { cookie, body: { ...body, reasons: ["location", "company"] } });
    expect(second.preferences).toMatchObject({ hiddenLocations: [], hiddenCompanies: [{ name: "Slow Ltd" }] });
    const { items } = await getReply("listSwipes", { cookie });
    expect(items.map(({ reasons }) => reasons)).toEqual([["location", "company"]]);
    await swipe(cookie, jobId, "RIGHT", ["pay"]);
    expect((await getReply("getJobPreferences", { cookie })).preferences).toEqual(second.preferences);
  });

  test("undoing takes back what only this swipe's reasons ruled out", async () => {
    const clusterId = (await deps.db.cluster.findFirstOrThrow()).id;
    const kind = { salaryMax: 71_500, location: "Athens", clusterId, seniority: "LEAD" } as const;
    const [first, second, third] = [
      await makeJob(deps, { ...kind, company: "Slow Ltd" }),
      await makeJob(deps, { ...kind, company: "Loud Ltd", salaryMax: 90_500, seniority: "ENTRY" }),
      await makeJob(deps, { ...kind, company: "Late Ltd" }),
    ];
    const { cookie } = await makeSeeker(deps);
    const preferences = async () => (await getReply("getJobPreferences", { cookie })).preferences;
    const undo = async (jobId: string) => (await getReply("undoSwipe", { cookie, params: { jobId } })).preferences;
    // By hand, before: no swipe's to take back.
    await getReply("updateJobPreferences", { cookie, body: { hiddenLocations: ["Athens"], salaryMin: 40_000 } });
    const before = await preferences();
    await swipe(cookie, first, "LEFT", ["pay", "location", "company"]);
    await swipe(cookie, first, "LEFT", ["pay", "field", "seniority"]);
    await swipe(cookie, second, "LEFT", ["pay", "location", "company", "field", "seniority"]);
    await swipe(cookie, third, "LEFT", ["field", "seniority"]);
    // What a reason is not about stays as it was.
    expect(await preferences()).toMatchObject({ salaryMin: 91_000, hiddenClusters: [clusterId] });

    const afterFirst = await undo(first);
    expect(afterFirst).toMatchObject({ salaryMin: 91_000, hiddenLocations: ["Athens"], hiddenClusters: [clusterId] });
    expect(afterFirst.hiddenCompanies.map(({ name }) => name)).toEqual(["Loud Ltd"]);
    expect(afterFirst.hiddenSeniorities.toSorted()).toEqual(["ENTRY", "LEAD"]);
    const afterSecond = await undo(second);
    expect(afterSecond).toEqual({ ...before, hiddenClusters: [clusterId], hiddenSeniorities: ["LEAD"] });
    expect(await undo(third)).toEqual(before);
    expect(await undo(third)).toEqual(before);
    expect(await preferences()).toEqual(before);

    await swipe(cookie, first, "LEFT", ["pay"]);
    await swipe(cookie, second, "LEFT", ["pay"]);
    expect((await undo(second)).salaryMin).toBe(72_000);
    await getReply("updateJobPreferences", { cookie, body: { salaryMin: 55_000 } });
    expect((await undo(first)).salaryMin).toBe(55_000);
  });

  test("swipes of different jobs at once lose no preference", async () => {
    const { cookie } = await makeSeeker(deps);
    const jobs = await Promise.all(Array.from({ length: 6 }, (_, i) => makeJob(deps, { company: `Company ${i}` })));
    await Promise.all(jobs.map((jobId) => swipe(cookie, jobId, "LEFT", ["company"])));
    const { preferences } = await getReply("getJobPreferences", { cookie });
    expect(preferences.hiddenCompanies.map(({ name }) => name).toSorted()).toEqual(jobs.map((_, i) => `Company ${i}`));
  });

  test("swipes are listed latest first, page by page, by direction", async () => {
    const { id, cookie } = await makeSeeker(deps);
    const jobs: string[] = [];
    for (let i = 0; i < 5; i++) jobs.push(await makeJob(deps));
    // Two at the same moment: a page may end between them.
    const at = (i: number) => new Date(Date.UTC(2026, 9, 1, 0, 0, Math.floor(i / 2)));
    await deps.db.swipe.createMany({
      data: jobs.map((jobId, i) => ({ userId: id, jobId, direction: i === 0 ? "LEFT" : "RIGHT", createdAt: at(i) })),
    });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof getReply<"listSwipes">>> = await getReply("listSwipes", {
        cookie,
        query: { limit: 2, ...(cursor === null ? {} : { cursor }) },
      });
      seen.push(...page.items.map(({ job }) => job.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(jobs.toSorted());
    expect(seen[0]).toBe(jobs[4]);
    expect(seen[4] === jobs[0] || seen[4] === jobs[1]).toBe(true);
    const left = await getReply("listSwipes", { cookie, query: { direction: "LEFT" } });
    expect(left.items.map(({ job }) => job.id)).toEqual([jobs[0]]);
    expect((await getProblem("listSwipes", { cookie, query: { cursor: "e30" } })).errors?.[0]?.field).toBe("cursor");
  });
});
