import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { discoverJobs } from "@/lib/use-cases/jobs/discover-jobs";
import { getJobPreferences } from "@/lib/use-cases/jobs/job-preferences";
import { mergeGuest } from "@/lib/use-cases/merge-guest";
import { callApi, getProblem, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeJob, makeSeeker } from "./job-calls";
import { makeAccount } from "./make-account";
import { BROWSER } from "./people";

const NURSING = { title: "Registered nurse", description: "Caring for patients in a hospital ward" };
const WELDING = { title: "Welder", description: "Welding metal parts in a workshop" };

describe.each(ENGINES)("what likes of jobs teach (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  /** Likes nursing so many times, and waits for what follows from it. */
  async function likeNursing(cookie: string, times: number): Promise<string[]> {
    const jobs: string[] = [];
    for (let i = 0; i < times; i++) {
      const jobId = await makeJob(deps, NURSING);
      await getReply("swipeJob", { cookie, body: { jobId, direction: "RIGHT" } });
      jobs.push(jobId);
    }
    await deps.background.settle();
    return jobs;
  }

  const compare = async (cookie: string, jobId: string) =>
    (await getReply("getJob", { cookie, params: { jobId } })).match;
  const learning = async (cookie: string) => (await getReply("getJobPreferences", { cookie })).learning;

  test("from the fifth like on, and not before, likes move the order", async () => {
    const nursing = await makeJob(deps, NURSING);
    const { cookie } = await makeSeeker(deps, { headline: "Welder of metal parts" });
    const before = await compare(cookie, nursing);
    await likeNursing(cookie, 4);
    expect(await learning(cookie)).toEqual({ likes: 4, needed: 5, isApplied: false, obstacle: null });
    expect((await compare(cookie, nursing))?.similarity).toBe(before?.similarity);
    expect((await getReply("discoverJobs", { cookie })).mode).toBe("profile");
    await likeNursing(cookie, 1);
    expect(await learning(cookie)).toEqual({ likes: 5, needed: 5, isApplied: true, obstacle: null });
    expect((await compare(cookie, nursing))?.similarity).toBeGreaterThan((before?.similarity ?? 1) + 0.2);
    expect((await getReply("discoverJobs", { cookie })).mode).toBe("learned");
  });

  test("somebody who says nothing is known by their likes alone", async () => {
    const { cookie } = await makeSeeker(deps);
    await likeNursing(cookie, 5);
    const nursing = await makeJob(deps, NURSING);
    const welding = await makeJob(deps, WELDING);
    const [near, far] = [await compare(cookie, nursing), await compare(cookie, welding)];
    expect(near?.similarity).toBeGreaterThan(far?.similarity ?? 1);
  });

  test("undoing a like takes back what it taught", async () => {
    const { id, cookie } = await makeSeeker(deps, { headline: "Welder" });
    const [first = ""] = await likeNursing(cookie, 5);
    await getReply("undoSwipe", { cookie, params: { jobId: first } });
    await deps.background.settle();
    expect(await learning(cookie)).toEqual({ likes: 4, needed: 5, isApplied: false, obstacle: null });
    expect(await deps.db.jobProfile.findUniqueOrThrow({ where: { userId: id } })).toMatchObject({ likedCount: 0 });
  });

  test("forgetting starts anew, and the likes themselves stay", async () => {
    const { id, cookie } = await makeSeeker(deps, { headline: "Welder" });
    const nursing = await makeJob(deps, NURSING);
    const before = await compare(cookie, nursing);
    await likeNursing(cookie, 6);
    const reset = await getReply("resetJobLearning", { cookie });
    expect(reset.learning).toEqual({ likes: 0, needed: 5, isApplied: false, obstacle: null });
    expect((await compare(cookie, nursing))?.similarity).toBe(before?.similarity);
    expect(await deps.db.swipe.count({ where: { userId: id } })).toBe(6);
    await likeNursing(cookie, 5);
    expect((await learning(cookie)).isApplied).toBe(true);
  });

  test("likes do not move the order of somebody who switched that off", async () => {
    const { cookie } = await makeSeeker(deps, { headline: "Welder", usesHistory: false });
    const nursing = await makeJob(deps, NURSING);
    const before = await compare(cookie, nursing);
    await likeNursing(cookie, 5);
    expect(await learning(cookie)).toEqual({ likes: 5, needed: 5, isApplied: false, obstacle: "switched_off" });
    expect((await compare(cookie, nursing))?.similarity).toBe(before?.similarity);
  });

  test("without a model it says that likes will not move the order, also to somebody seen for the first time", async () => {
    const { id, cookie } = await makeSeeker(deps, { headline: "Welder" });
    await likeNursing(cookie, 5);
    const none = { ...deps, embedder: null };
    const guest = { userId: id, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false } as const;
    const obstacle = { obstacle: "no_model", isApplied: false };
    expect((await getJobPreferences(none, guest)).learning).toMatchObject(obstacle);
    const stranger = { ...guest, userId: null, role: null, via: "nothing" } as const;
    expect((await discoverJobs(none, stranger, { limit: 1 })).reply.learning).toMatchObject(obstacle);
  });

  test("a new headline counts from the next call on", async () => {
    const { cookie } = await makeSeeker(deps, { headline: "Welder" });
    const nursing = await makeJob(deps, NURSING);
    const before = await compare(cookie, nursing);
    await getReply("updateMe", { cookie, body: { headline: "Registered nurse" } });
    expect((await compare(cookie, nursing))?.similarity).toBeGreaterThan(before?.similarity ?? 1);
  });

  test("skills of the headline are marked as inferred, and can be denied", async () => {
    const jobId = await makeJob(deps, { tags: ["Python", "SQL", "Microsoft Project", "Cobol"] });
    const { cookie } = await makeSeeker(deps, { headline: "Project manager who likes Python", skills: ["sql"] });
    const match = await compare(cookie, jobId);
    expect(match?.skills).toEqual({
      met: [
        { name: "Python", isInferred: true },
        { name: "SQL", isInferred: false },
      ],
      missing: ["Microsoft Project", "Cobol"],
      areTypical: false,
    });
    await getReply("updateJobPreferences", { cookie, body: { deniedSkills: ["python"] } });
    expect((await compare(cookie, jobId))?.skills.met).toEqual([{ name: "SQL", isInferred: false }]);
  });

  test("a job's page says what is typical, how far the level is off and where it is", async () => {
    const jobId = await makeJob(deps, { typicalSkills: ["SQL"], typicalSeniority: "LEAD", location: "Boston, MA" });
    const { cookie } = await makeSeeker(deps, { seniority: "SENIOR", preferredLocations: ["Boston"] });
    const detail = await getReply("getJob", { cookie, params: { jobId } });
    expect(detail.match).toMatchObject({ seniority: "adjacent", location: "preferred", skills: { areTypical: true } });
    expect(detail.typical).toMatchObject({ skills: ["SQL"], seniority: "LEAD" });
    expect(detail).toMatchObject({ swipe: null, applicationId: null, isActive: true });
    expect((await getReply("getJob", { params: { jobId } })).match).toBeNull();
    expect((await getProblem("getJob", { params: { jobId: crypto.randomUUID() } })).status).toBe(404);
  });

  test("a guest who signs in keeps swipes, applications and what their likes taught", async () => {
    const { id: guestId, cookie } = await makeSeeker(deps, { headline: "Welder" });
    const jobs = await likeNursing(cookie, 5);
    const both = jobs[0] ?? "";
    const account = await makeAccount(deps, "member");
    await getReply("swipeJob", { accessToken: account.accessToken, body: { jobId: both, direction: "LEFT" } });
    const actor = { userId: guestId, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false } as const;
    await mergeGuest(deps, actor, account.id);
    const { items } = await getReply("listSwipes", { accessToken: account.accessToken, query: { limit: 100 } });
    expect(items.map(({ job }) => job.id).toSorted()).toEqual(jobs.toSorted());
    // They applied for it: the swipe says so.
    expect(items.find(({ job }) => job.id === both)?.direction).toBe("RIGHT");
    expect(await deps.db.application.count({ where: { userId: account.id, withdrawnAt: null } })).toBe(5);
    const call = { accessToken: account.accessToken };
    await getReply("discoverJobs", call);
    await deps.background.settle();
    expect((await getReply("getJobPreferences", call)).learning).toEqual({
      likes: 5,
      needed: 5,
      isApplied: true,
      obstacle: null,
    });
  });

  test("what is done with jobs is recorded once, and only with consent", async () => {
    const jobId = await makeJob(deps);
    const reply = await callApi("discoverJobs", { query: { limit: 50 }, headers: BROWSER });
    const cookie = toCookie(reply) ?? "";
    const { items } = reply.json as { items: { id: string; recommendationId: string; score: number }[] };
    const item = items.find(({ id }) => id === jobId);
    const event = {
      eventId: crypto.randomUUID(),
      jobId,
      recommendationId: item?.recommendationId,
      action: "view",
      seconds: 3.5,
    };
    const unknown = { eventId: crypto.randomUUID(), jobId: crypto.randomUUID(), action: "open" };
    const send = (events: object[], headers = BROWSER) =>
      getReply("interactJobs", { cookie, headers, body: { events } });
    expect(await send([event])).toEqual({ recorded: 0 });
    await getReply("setConsent", { cookie, headers: BROWSER, body: { tracking: true } });
    expect(await send([event, event, unknown])).toEqual({ recorded: 1 });
    expect(await send([event])).toEqual({ recorded: 0 });
    const optedOut = { ...BROWSER, "sec-gpc": "1" };
    expect(await send([{ ...event, eventId: crypto.randomUUID() }], optedOut)).toEqual({ recorded: 0 });
    const rows = await deps.db.jobInteraction.findMany({ where: { jobId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      action: "view",
      seconds: 3.5,
      impressionId: item?.recommendationId,
      scoreAtView: item?.score,
    });
  });
});

describe("jobs without an embedding model", () => {
  test("are ranked, opened and swiped all the same", async () => {
    const deps = await openTestDeps("embedded", { model: "none" });
    try {
      const fit = await makeJob(deps, { tags: ["SQL"], seniority: "MID" });
      const other = await makeJob(deps, { tags: ["Welding"], seniority: "LEAD" });
      const { cookie } = await makeSeeker(deps, { headline: "I know SQL", seniority: "MID" });
      const page = await getReply("discoverJobs", { cookie });
      expect(page.items.map(({ id }) => id)).toEqual([fit, other]);
      expect(page.mode).toBe("profile");
      expect(page.items[0]).toMatchObject({ similarity: null, parts: { embedding: 0, skills: 20, seniority: 10 } });
      expect(
        (await getReply("swipeJob", { cookie, body: { jobId: fit, direction: "RIGHT" } })).application,
      ).not.toBeNull();
      expect((await getReply("getJob", { cookie, params: { jobId: other } })).match?.skills.missing).toEqual([
        "Welding",
      ]);
    } finally {
      await deps.close();
    }
  });
});
