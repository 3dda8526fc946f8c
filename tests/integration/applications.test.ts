import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeEmployer, makeGuest, makeSeeker, PARTS, plantApplication, postJob } from "./job-people";
import { makeAccount, type TestAccount } from "./make-account";

const HTML = '<script>alert(1)</script> & "quotes"\nline two';
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

describe.each(ENGINES)("one's own applications (%s database)", (engine) => {
  let deps: Deps;
  let employer: TestAccount;
  let jobIds: string[];

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    employer = await makeEmployer(deps);
    jobIds = [];
    for (let i = 0; i < 7; i++) jobIds.push((await postJob(employer, { title: `Kite maker ${i}` })).id);
  });
  afterAll(() => deps.close());

  type Who = { accessToken: string } | { cookie: string };
  const list = (who: Who, query: Record<string, string | number> = {}) =>
    getReply("listApplications", { ...who, query });
  const get = (who: Who, applicationId: string) => getReply("getApplication", { ...who, params: { applicationId } });
  const setNote = (who: Who, applicationId: string, note: string) =>
    getReply("updateApplication", { ...who, params: { applicationId }, body: { note } });
  const withdraw = (who: Who, applicationId: string) =>
    callApi("withdrawApplication", { ...who, params: { applicationId } });
  const send = (who: Who, applicationId: string, message: unknown) =>
    callApi("sendApplicationMessage", { ...who, params: { applicationId }, body: { message } });
  const move = (applicationId: string, status: ApplicationStatus, message?: string) =>
    callApi("moveApplication", {
      ...{ accessToken: employer.accessToken, params: { applicationId }, body: { status, message } },
    });
  const tokenOf = ({ accessToken }: TestAccount) => ({ accessToken });
  const apply = (userId: string, at: number, minutes = 60) =>
    plantApplication(deps, userId, jobIds[at] ?? "", { at: minutesAgo(minutes) });
  const newApplicant = async () => {
    const account = await makeSeeker(deps);
    return { who: tokenOf(account), id: await apply(account.id, 0) };
  };

  describe("are listed", () => {
    test("latest change first, with the job, the score at apply and what happened last", async () => {
      const seeker = await makeSeeker(deps);
      const [first, second] = [await apply(seeker.id, 0, 90), await apply(seeker.id, 1, 30)];
      expect((await list(tokenOf(seeker))).items.map(({ id }) => id)).toEqual([second, first]);
      await move(first, "HR_MEETING", "Come and see us");
      const { items, nextCursor, isHeld } = await list(tokenOf(seeker));
      expect([items.map(({ id }) => id), nextCursor, isHeld]).toEqual([[first, second], null, false]);
      expect(items[0]).toMatchObject({
        ...{
          jobId: jobIds[0],
          status: "HR_MEETING",
          scoreAtApply: 60,
          partsAtApply: PARTS,
          withdrawnAt: null,
          note: "",
        },
        job: { title: "Kite maker 0", company: "Kitewerk", isActive: true },
        lastEvent: { kind: "status", actor: "employer", toStatus: "HR_MEETING", message: "Come and see us" },
      });
      expect(items[0]?.lastEvent?.createdAt).toBe(items[0]?.updatedAt);
    });

    test("by status and by what became of them", async () => {
      const seeker = await makeSeeker(deps);
      const ids = [];
      for (let i = 0; i < 4; i++) ids.push(await apply(seeker.id, i, 90 - i));
      const [open = "", hired = "", rejected = "", gone = ""] = ids;
      await deps.db.application.updateMany({ where: { id: hired }, data: { status: "HIRED" } });
      await move(rejected, "REJECTED");
      await withdraw(tokenOf(seeker), gone);
      const idsOf = async (query: Record<string, string>) =>
        (await list(tokenOf(seeker), query)).items.map(({ id }) => id).toSorted();
      expect(await idsOf({})).toEqual(ids.toSorted());
      expect(await idsOf({ state: "open" })).toEqual([open]);
      expect(await idsOf({ state: "withdrawn" })).toEqual([gone]);
      expect(await idsOf({ status: "HIRED" })).toEqual([hired]);
      expect(await idsOf({ status: "SUBMITTED" })).toEqual([open, gone].toSorted());
      expect(await idsOf({ status: "SUBMITTED", state: "open" })).toEqual([open]);
    });

    test("also when the job is closed", async () => {
      const seeker = await makeSeeker(deps);
      const job = await postJob(employer);
      await plantApplication(deps, seeker.id, job.id);
      const body = { isActive: false };
      await getReply("updateJob", { accessToken: employer.accessToken, params: { jobId: job.id }, body });
      expect((await list(tokenOf(seeker))).items).toMatchObject([{ job: { isActive: false } }]);
    });

    test("without repetitions and holes, whatever changes while the pages are read", async () => {
      const seeker = await makeSeeker(deps);
      const who = tokenOf(seeker);
      const ids = [];
      for (let i = 0; i < 7; i++) ids.push(await apply(seeker.id, i, 90 - 2 * i));
      const expected = ids.toReversed();
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < 10; page++) {
        const reply = await list(who, { limit: 2, ...(cursor === null ? {} : { cursor }) });
        seen.push(...reply.items.map(({ id }) => id));
        cursor = reply.nextCursor;
        if (cursor === null) break;
        // One that was shown, one that is still to come, and a message to the last one of all.
        await move(expected[page] ?? "", "HR_MEETING");
        await move(expected[page + 4] ?? "", "HR_MEETING");
        await send(who, expected[6] ?? "", `Page ${page}`);
      }
      expect(seen).toEqual(expected);
      // A new look shows the latest change first.
      expect((await list(who)).items[0]?.id).toBe(expected[6]);
    });

    test.each([
      "x",
      "e30",
      Buffer.from('[1,2,"x"]').toString("base64url"),
      Buffer.from("[-1,1e99]").toString("base64url"),
    ])("but not from the cursor %s on", async (cursor) => {
      const call = { ...tokenOf(await makeSeeker(deps)), query: { cursor } };
      const problem = await getProblem("listApplications", call);
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, "cursor"]);
    });

    test("from somebody else's cursor on: one's own alone", async () => {
      const [one, other] = [await makeSeeker(deps), await makeSeeker(deps)];
      for (let i = 0; i < 3; i++) await apply(one.id, i, 10 + i);
      const own = await apply(other.id, 0, 60);
      const { nextCursor } = await list(tokenOf(one), { limit: 1 });
      const reply = await list(tokenOf(other), { cursor: nextCursor ?? "" });
      expect(reply.items.map(({ id }) => id)).toEqual([own]);
    });

    test.each([
      [{ status: "PROMOTED" }, "status"],
      [{ state: "lost" }, "state"],
      [{ limit: 0 }, "limit"],
      [{ limit: 101 }, "limit"],
      [{ limit: 10_000 }, "limit"],
      [{ limit: "many" }, "limit"],
    ])("but not with %o", async (query, field) => {
      const problem = await getProblem("listApplications", { ...tokenOf(await makeSeeker(deps)), query });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
    });

    test("of a guest as held back, until they are an account's", async () => {
      const guest = await makeGuest(deps);
      const id = await apply(guest.id, 0);
      const who = { cookie: guest.cookie };
      expect(await list(who)).toMatchObject({ isHeld: true, items: [{ id }] });
      expect(await get(who, id)).toMatchObject({ isHeld: true, hasEmployer: true });
      expect((await send(who, id, "Hello")).status).toBe(401);
      const body = { email: `${crypto.randomUUID()}@example.com`, password: "purple anvil forty" };
      const { accessToken } = await getReply("register", { body, cookie: guest.cookie });
      expect(await list({ accessToken })).toMatchObject({ isHeld: false, items: [{ id }] });
      expect(await get({ accessToken }, id)).toMatchObject({ isHeld: false, events: [{ kind: "applied" }] });
    });
  });

  test("every change of the employer's shows at once, in order and with its time", async () => {
    const { who, id } = await newApplicant();
    await move(id, "WAITING_FOR_REVIEW");
    await move(id, "TECHNICAL_INTERVIEW", HTML);
    const params = { applicationId: id };
    const message = "When can you start?";
    await getReply("messageApplicant", { accessToken: employer.accessToken, params, body: { message } });
    await send(who, id, "In May.");
    await move(id, "FINAL_INTERVIEW");
    await move(id, "HIRED", "Welcome!");
    const { events, status, lastEvent, updatedAt } = await get(who, id);
    expect(status).toBe("HIRED");
    expect(events.map(({ kind, actor, toStatus, message: text }) => [kind, actor, toStatus, text])).toEqual([
      ["applied", "applicant", "SUBMITTED", ""],
      ["status", "employer", "WAITING_FOR_REVIEW", ""],
      ["status", "employer", "TECHNICAL_INTERVIEW", HTML],
      ["message", "employer", null, message],
      ["message", "applicant", null, "In May."],
      ["status", "employer", "FINAL_INTERVIEW", ""],
      ["status", "employer", "HIRED", "Welcome!"],
    ]);
    expect(lastEvent).toEqual(events.at(-1));
    const times = events.map(({ createdAt }) => createdAt);
    expect(new Set(times).size).toBe(times.length);
    expect(times).toEqual(times.toSorted());
    expect(updatedAt).toBe(times.at(-1));
    // The employer reads the same.
    const theirs = await getReply("getApplicant", { accessToken: employer.accessToken, params });
    expect(theirs.events).toEqual(events);
  });

  describe("have a note", () => {
    test("that stays as it was written and is no change that others see", async () => {
      const { who, id } = await newApplicant();
      const before = await get(who, id);
      expect(await setNote(who, id, HTML)).toEqual({ ...before, note: HTML });
      expect(await get(who, id)).toEqual({ ...before, note: HTML });
      expect((await setNote(who, id, "")).note).toBe("");
      const params = { applicationId: id };
      await setNote(who, id, "my own secret");
      const theirs = await callApi("getApplicant", { accessToken: employer.accessToken, params });
      expect(theirs.text).not.toContain("secret");
      expect(theirs.json).toMatchObject({ updatedAt: before.updatedAt });
    });

    test("also once it is withdrawn, and a guest's too", async () => {
      const { who, id } = await newApplicant();
      await withdraw(who, id);
      expect((await setNote(who, id, "They never called")).note).toBe("They never called");
      const guest = await makeGuest(deps);
      const held = await apply(guest.id, 0);
      expect((await setNote({ cookie: guest.cookie }, held, "n")).note).toBe("n");
    });

    test.each([
      [{ note: "x".repeat(2001) }, "note"],
      [{ note: 5 }, "note"],
      [{}, "note"],
      [{ note: "", status: "HIRED" }, "status"],
    ])("that is not %o", async (body, field) => {
      const { who, id } = await newApplicant();
      const problem = await getProblem("updateApplication", { ...who, params: { applicationId: id }, body });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
      expect(await get(who, id)).toMatchObject({ note: "", status: "SUBMITTED" });
    });
  });

  describe("are withdrawn", () => {
    test("once, also when that is asked twenty times at once, and stay visible", async () => {
      const { who, id } = await newApplicant();
      await move(id, "HR_MEETING");
      const replies = await Promise.all(Array.from({ length: 20 }, () => withdraw(who, id)));
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200));
      const { events, withdrawnAt, status } = await get(who, id);
      expect([withdrawnAt, status]).toEqual([expect.any(String), "HR_MEETING"]);
      expect(events.map(({ kind }) => kind)).toEqual(["applied", "status", "withdrawn"]);
      expect(events[2]).toMatchObject({ actor: "applicant", fromStatus: "HR_MEETING", toStatus: null });
      expect((await list(who)).items.map((item) => item.id)).toEqual([id]);
    });

    test.each(["HIRED", "REJECTED"] as const)("but not once it is %s", async (status) => {
      const { who, id } = await newApplicant();
      await deps.db.application.updateMany({ where: { id }, data: { status } });
      const reply = await withdraw(who, id);
      expect([reply.status, reply.json]).toMatchObject([409, { detail: expect.stringContaining(status) }]);
      expect(await get(who, id)).toMatchObject({ withdrawnAt: null, status });
    });

    test("or decided, when both come at the same moment, never both", async () => {
      for (let round = 0; round < 10; round++) {
        const { who, id } = await newApplicant();
        await deps.db.application.updateMany({ where: { id }, data: { status: "FINAL_INTERVIEW" } });
        const [taken, moved] = await Promise.all([withdraw(who, id), move(id, "HIRED")]);
        expect([taken.status, moved.status].toSorted()).toEqual([200, 409]);
        const { withdrawnAt, status, events } = await get(who, id);
        expect([withdrawnAt !== null, status]).toEqual(
          taken.status === 200 ? [true, "FINAL_INTERVIEW"] : [false, "HIRED"],
        );
        expect(events).toHaveLength(2);
      }
    });

    test("by a guest too", async () => {
      const guest = await makeGuest(deps);
      const id = await apply(guest.id, 0);
      expect((await withdraw({ cookie: guest.cookie }, id)).status).toBe(200);
    });
  });

  describe("are written about", () => {
    test("until they are withdrawn", async () => {
      const { who, id } = await newApplicant();
      expect((await send(who, id, ` ${HTML} `)).json).toMatchObject({
        lastEvent: { kind: "message", actor: "applicant", message: HTML },
      });
      await withdraw(who, id);
      const reply = await send(who, id, "Hello?");
      expect([reply.status, reply.json]).toMatchObject([409, { detail: expect.stringContaining("withdrew") }]);
      expect((await get(who, id)).events).toHaveLength(3);
    });

    test("only to an employer who is here", async () => {
      const seeker = await makeSeeker(deps);
      const company = await deps.db.company.create({ data: { id: deps.newId(), name: "Elsewhere" } });
      const posting = { companyId: company.id, source: "csv", title: "Kite maker", postedAt: new Date() };
      const job = await deps.db.job.create({ data: { ...posting, id: deps.newId() }, select: { id: true } });
      const id = await plantApplication(deps, seeker.id, job.id);
      expect(await get(tokenOf(seeker), id)).toMatchObject({ hasEmployer: false });
      const reply = await send(tokenOf(seeker), id, "Hello?");
      expect([reply.status, reply.json]).toMatchObject([409, { detail: expect.stringContaining("no employer") }]);
    });

    test.each([["", " \n", "x".repeat(2001), 5, null].map((text) => [text])].flat())(
      "but not with %j",
      async (text) => {
        const { who, id } = await newApplicant();
        const reply = await send(who, id, text);
        expect([reply.status, reply.json]).toMatchObject([400, { errors: [{ field: "message" }] }]);
      },
    );
  });

  test("are there for nobody else: not the employer by this way, no admin, no guest", async () => {
    const { id } = await newApplicant();
    const guest = await makeGuest(deps);
    const others: Who[] = [employer, await makeSeeker(deps), await makeAccount(deps, "admin")].map(tokenOf);
    for (const who of [...others, { cookie: guest.cookie }]) {
      const call = { ...who, params: { applicationId: id } };
      expect((await getProblem("getApplication", call)).status).toBe(404);
      expect((await getProblem("updateApplication", { ...call, body: { note: "n" } })).status).toBe(404);
      expect((await getProblem("withdrawApplication", call)).status).toBe(404);
      expect((await list(who)).items.some((item) => item.id === id)).toBe(false);
    }
    for (const who of others) {
      const call = { ...who, params: { applicationId: id }, body: { message: "Hi" } };
      expect((await getProblem("sendApplicationMessage", call)).status).toBe(404);
    }
    const stored = await deps.db.application.findFirst({ where: { id }, include: { events: true } });
    expect(stored).toMatchObject({ note: "", withdrawnAt: null, events: [{ kind: "applied" }] });
    expect((await getProblem("listApplications")).status).toBe(401);
  });

  test("of a deleted account are gone for the employer as well", async () => {
    const { who, id } = await newApplicant();
    const { id: userId } = await getReply("getMe", who);
    await deps.db.user.delete({ where: { id: userId } });
    expect((await move(id, "HR_MEETING")).status).toBe(404);
    expect(await deps.db.applicationEvent.count({ where: { applicationId: id } })).toBe(0);
  });
});
