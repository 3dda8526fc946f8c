import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APPLICATION_STATUSES, type ApplicationStatus, NEXT_STATUSES } from "@/lib/contracts/applications";
import type { JobParts } from "@/lib/contracts/jobs";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeEmployer, makeGuest, makeSeeker, PARTS, plantApplication, postJob } from "./job-people";
import { makeAccount, type TestAccount } from "./make-account";

const HTML = "<img src=x onerror=alert(1)> & more";
const PAIRS = APPLICATION_STATUSES.flatMap((from) => APPLICATION_STATUSES.map((to) => [from, to] as const));

describe.each(ENGINES)("applicants (%s database)", (engine) => {
  let deps: Deps;
  let employer: TestAccount;
  let jobId: string;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    employer = await makeEmployer(deps);
    jobId = (await postJob(employer)).id;
  });
  afterAll(() => deps.close());

  const { list, get, move, message } = {
    list: (id = jobId) => getReply("listApplicants", { accessToken: employer.accessToken, params: { jobId: id } }),
    get: (applicationId: string) =>
      getReply("getApplicant", { accessToken: employer.accessToken, params: { applicationId } }),
    move: (applicationId: string, status: ApplicationStatus, text?: string) =>
      callApi("moveApplication", {
        ...{ accessToken: employer.accessToken, params: { applicationId }, body: { status, message: text } },
      }),
    message: (applicationId: string, text: unknown) =>
      callApi("messageApplicant", {
        ...{ accessToken: employer.accessToken, params: { applicationId }, body: { message: text } },
      }),
  };
  const newApplication = async (status: ApplicationStatus = "SUBMITTED"): Promise<string> => {
    const id = await plantApplication(deps, (await makeSeeker(deps)).id, jobId);
    if (status !== "SUBMITTED") await deps.db.application.updateMany({ where: { id }, data: { status } });
    return id;
  };
  const withdraw = (id: string) => deps.db.application.updateMany({ where: { id }, data: { withdrawnAt: new Date() } });
  const statusOf = async (id: string) => (await deps.db.application.findFirstOrThrow({ where: { id } })).status;

  describe("are listed", () => {
    test("best match first, then by id, those who withdrew last, guests not at all", async () => {
      const { id } = await postJob(employer);
      const apply = async (embedding: number) => {
        const parts = { ...PARTS, embedding };
        return plantApplication(deps, (await makeSeeker(deps)).id, id, { parts });
      };
      const [low, high, gone] = [await apply(10), await apply(50), await apply(55)];
      const same = [await apply(20), await apply(20), await apply(20)].toSorted();
      await withdraw(gone);
      await plantApplication(deps, (await makeGuest(deps)).id, id);
      const { items } = await list(id);
      expect(items.map(({ applicationId }) => applicationId)).toEqual([high, ...same, low, gone]);
      expect(items[0]).toMatchObject({ score: 80, parts: { ...PARTS, embedding: 50 }, jobTitle: "Software engineer" });
      expect(items[0]?.nextStatuses).toEqual(NEXT_STATUSES.SUBMITTED);
      expect(items.at(-1)).toMatchObject({ withdrawnAt: expect.any(String), nextStatuses: [] });
    });

    test("with what they show of themselves, and never with their note", async () => {
      const { id } = await postJob(employer);
      const profile = {
        headline: HTML,
        skills: ["SQL", HTML],
        preferredLocations: ["Oslo"],
        seniority: "MID",
      } as const;
      const seeker = await makeSeeker(deps, { ...profile, skills: [...profile.skills], preferredLocations: ["Oslo"] });
      const applicationId = await plantApplication(deps, seeker.id, id);
      await deps.db.application.updateMany({ where: { id: applicationId }, data: { note: "my own secret" } });
      const reply = await callApi("listApplicants", { accessToken: employer.accessToken, params: { jobId: id } });
      expect(reply.json).toMatchObject({
        items: [
          {
            ...{ applicationId, email: seeker.email, headline: HTML, skills: ["SQL", HTML], seniority: "MID" },
            ...{ locations: ["Oslo"], status: "SUBMITTED", withdrawnAt: null },
          },
        ],
      });
      const detail = await callApi("getApplicant", { accessToken: employer.accessToken, params: { applicationId } });
      expect(`${reply.text}${detail.text}`).not.toContain("my own secret");
    });

    test("a guest's application is seen from the moment on that it is an account's", async () => {
      const { id } = await postJob(employer);
      const guest = await makeGuest(deps);
      const applicationId = await plantApplication(deps, guest.id, id);
      expect((await list(id)).items).toEqual([]);
      const call = { accessToken: employer.accessToken, params: { applicationId } };
      expect((await getProblem("getApplicant", call)).status).toBe(404);
      expect((await move(applicationId, "REJECTED")).status).toBe(404);
      const body = { email: `${crypto.randomUUID()}@example.com`, password: "purple anvil forty" };
      await getReply("register", { body, cookie: guest.cookie });
      expect((await list(id)).items).toMatchObject([{ applicationId, email: body.email }]);
      expect((await move(applicationId, "WAITING_FOR_REVIEW")).status).toBe(200);
    });
  });

  describe("are explained", () => {
    const explain = async (form: object, profile: Parameters<typeof makeSeeker>[1], parts: Partial<JobParts>) => {
      const job = await postJob(employer, form);
      await plantApplication(deps, (await makeSeeker(deps, profile)).id, job.id, { parts: { ...PARTS, ...parts } });
      return (await list(job.id)).items[0]?.reasons ?? { for: [], against: [] };
    };

    test("by what they list, the level and the place that they say", async () => {
      const reasons = await explain(
        { tags: ["Python", "SQL", "Kites"], seniority: "SENIOR", location: "Athens, GA" },
        { skills: ["python", "sql"], seniority: "MID", preferredLocations: ["Oslo"] },
        { embedding: 40, skills: 13.33, seniority: 0, location: 0 },
      );
      expect(reasons.for).toEqual(
        expect.arrayContaining([
          "Lists 2 of the 3 skills that you ask for: Python, SQL.",
          "What they say about themselves is close to what you wrote.",
        ]),
      );
      expect(reasons.against).toEqual(
        expect.arrayContaining([
          "Does not list 1 of the 3 skills that you ask for: Kites.",
          "Their level is mid, the job's is senior.",
          "Would rather work in Oslo.",
        ]),
      );
    });

    test("without what was inferred for their own feed alone", async () => {
      // All points for skills, and none of them listed: they were inferred.
      const reasons = await explain({ tags: ["Cobol"] }, { skills: [] }, { skills: 20, embedding: 0 });
      expect(JSON.stringify(reasons)).not.toContain("Cobol");
    });

    test("by skills typical for the work where the posting names none", async () => {
      const job = await postJob(employer, { tags: [] });
      const skill = job.typical.skills[0] ?? "";
      await plantApplication(deps, (await makeSeeker(deps, { skills: [skill] })).id, job.id);
      expect((await list(job.id)).items[0]?.reasons.for.join("\n")).toContain(
        `Lists 1 of the ${job.typical.skills.length} skills that are typical for such work: ${skill}.`,
      );
    });
  });

  describe("are moved", () => {
    test.each(PAIRS)("from %s to %s only if that is an allowed step", async (from, to) => {
      const id = await newApplication(from);
      const reply = await move(id, to, "Hello");
      if (NEXT_STATUSES[from].includes(to)) {
        expect(reply.status).toBe(200);
        expect(reply.json).toMatchObject({ status: to, nextStatuses: NEXT_STATUSES[to] });
        const { events } = await get(id);
        expect(events.map(({ kind }) => kind)).toEqual(["applied", "status"]);
        expect(events[1]).toMatchObject({ actor: "employer", fromStatus: from, toStatus: to, message: "Hello" });
        return;
      }
      expect([reply.status, await statusOf(id)]).toEqual([409, from]);
      // It says where the application is and where it can go.
      for (const name of [from, ...NEXT_STATUSES[from]]) expect(reply.text).toContain(name);
      expect((await get(id)).events).toHaveLength(1);
    });

    test("all the way to HIRED, each step with its time", async () => {
      const id = await newApplication();
      const way = ["WAITING_FOR_REVIEW", "HR_MEETING", "TECHNICAL_INTERVIEW", "FINAL_INTERVIEW", "HIRED"] as const;
      for (const status of way) expect((await move(id, status)).status).toBe(200);
      const { events, status, updatedAt } = await get(id);
      expect(status).toBe("HIRED");
      expect(events.map(({ toStatus }) => toStatus)).toEqual(["SUBMITTED", ...way]);
      const times = events.map(({ createdAt }) => createdAt);
      expect(new Set(times).size).toBe(times.length);
      expect(times).toEqual(times.toSorted());
      expect(updatedAt).toBe(times.at(-1));
    });

    test("once, of twenty moves of one application at once", async () => {
      const id = await newApplication();
      const wanted = Array.from({ length: 20 }, (_, i) => NEXT_STATUSES.SUBMITTED[i % 3] ?? "REJECTED");
      const replies = await Promise.all(wanted.map((status) => move(id, status)));
      const moved = replies.flatMap(({ status }, i) => (status === 200 ? [wanted[i]] : []));
      // One step may follow another that was over; each began at what the one before left.
      const { events, status } = await get(id);
      const steps = events.filter(({ kind }) => kind === "status");
      expect(steps).toHaveLength(moved.length);
      expect(status).toBe(steps.at(-1)?.toStatus);
      steps.forEach(({ fromStatus, toStatus }, i) => {
        expect(fromStatus).toBe(i === 0 ? "SUBMITTED" : steps[i - 1]?.toStatus);
        expect(NEXT_STATUSES[fromStatus ?? "HIRED"]).toContain(toStatus);
      });
      expect(replies.every(({ status: code }) => code === 200 || code === 409)).toBe(true);
    });

    test("only one way, when hiring and rejecting come at once", async () => {
      for (let round = 0; round < 10; round++) {
        const id = await newApplication("FINAL_INTERVIEW");
        const replies = await Promise.all([move(id, "HIRED"), move(id, "REJECTED")]);
        expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
        expect((await get(id)).events).toHaveLength(2);
        expect(await statusOf(id)).toBe(replies[0].status === 200 ? "HIRED" : "REJECTED");
      }
    });

    test("no more once they withdrew, nor written to", async () => {
      const id = await newApplication();
      await withdraw(id);
      for (const reply of [await move(id, "WAITING_FOR_REVIEW"), await message(id, "Hello?")]) {
        expect([reply.status, reply.json]).toMatchObject([409, { detail: expect.stringContaining("withdrew") }]);
      }
      expect(await get(id)).toMatchObject({ status: "SUBMITTED", events: [{ kind: "applied" }] });
    });
  });

  describe("are written to", () => {
    test("also after the decision, with the text as it was written", async () => {
      const id = await newApplication("REJECTED");
      expect((await message(id, `  ${HTML}\nline two \n`)).status).toBe(200);
      expect((await get(id)).events.at(-1)).toMatchObject({
        ...{ kind: "message", actor: "employer", message: `${HTML}\nline two`, fromStatus: null, toStatus: null },
      });
    });

    test.each([
      ["nothing", ""],
      ["spaces", " \n "],
      ["too much", "x".repeat(2001)],
      ["a number", 5],
      ["null", null],
    ])("but not with %s", async (_, text) => {
      const id = await newApplication();
      const reply = await message(id, text);
      expect([reply.status, reply.json]).toMatchObject([400, { errors: [{ field: "message" }] }]);
      expect((await get(id)).events).toHaveLength(1);
    });
  });

  test("an unknown status, a faulty message and somebody's name in the body are refused by name", async () => {
    const id = await newApplication();
    for (const [body, field] of [
      [{ status: "PROMOTED" }, "status"],
      [{}, "status"],
      [{ status: "REJECTED", message: "x".repeat(2001) }, "message"],
      [{ status: "REJECTED", actor: "applicant" }, "actor"],
    ] as const) {
      const call = { accessToken: employer.accessToken, params: { applicationId: id }, body };
      const problem = await getProblem("moveApplication", call);
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
    }
    expect(await statusOf(id)).toBe("SUBMITTED");
  });

  test("of other employers, admins and the applicants themselves nobody may look or act", async () => {
    const seeker = await makeSeeker(deps);
    const applicationId = await plantApplication(deps, seeker.id, jobId);
    for (const { accessToken } of [await makeEmployer(deps, "Another"), await makeAccount(deps, "admin"), seeker]) {
      const call = { accessToken, params: { applicationId } };
      expect((await getProblem("getApplicant", call)).status).toBe(404);
      expect((await getProblem("moveApplication", { ...call, body: { status: "REJECTED" } })).status).toBe(404);
      expect((await getProblem("messageApplicant", { ...call, body: { message: "Hi" } })).status).toBe(404);
    }
    expect(await get(applicationId)).toMatchObject({ status: "SUBMITTED", events: [{ kind: "applied" }] });
    const unknown = { accessToken: employer.accessToken, params: { applicationId: crypto.randomUUID() } };
    expect((await getProblem("getApplicant", unknown)).status).toBe(404);
  });
});
