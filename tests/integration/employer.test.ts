import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/lib/contracts/roles";
import type { Deps } from "@/lib/use-cases/deps";
import { hasCompany } from "@/lib/use-cases/employer/has-company";
import { makeEmail, PASSWORD } from "./account-calls";
import { callApi, getProblem, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { JOB_FORM, makeEmployer, makeGuest, makeSeeker, plantApplication, postJob } from "./job-people";
import { makeAccount, type TestAccount } from "./make-account";

const HTML = `<script>alert("1")</script> <b>Kites & co</b>`;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe.each(ENGINES)("what employers do (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const putCompany = ({ accessToken }: TestAccount, body: object) => getReply("putCompany", { accessToken, body });
  const listJobs = ({ accessToken }: TestAccount) => getReply("listEmployerJobs", { accessToken });
  const getJob = ({ accessToken }: TestAccount, jobId: string) =>
    getReply("getEmployerJob", { accessToken, params: { jobId } });
  const updateJob = ({ accessToken }: TestAccount, jobId: string, body: object) =>
    getReply("updateJob", { accessToken, params: { jobId }, body });
  const roleOf = async ({ id }: TestAccount) => (await deps.db.user.findUniqueOrThrow({ where: { id } })).role;

  describe("a company page", () => {
    test("is nothing at first, is made once, and changes from then on", async () => {
      const member = await makeAccount(deps, "member");
      expect(await getReply("getCompany", { accessToken: member.accessToken })).toEqual({ company: null });
      const made = await putCompany(member, { name: "  Kite \n werk ", about: HTML, website: "https://kite.example" });
      expect(made.company).toMatchObject({ name: "Kite werk", about: HTML, location: "" });
      const changed = await putCompany(member, { name: "Kitewerk", location: "Athens" });
      expect(changed.company).toEqual({
        ...made.company,
        name: "Kitewerk",
        about: "",
        website: "",
        location: "Athens",
      });
      expect(await getReply("getCompany", { accessToken: member.accessToken })).toEqual(changed);
    });

    test("makes an employer of a member, which the audit log tells, and changes no other role", async () => {
      const member = await makeAccount(deps, "member");
      await putCompany(member, { name: "Kitewerk" });
      await putCompany(member, { name: "Kitewerk 2" });
      expect(await roleOf(member)).toBe("employer");
      expect(await deps.db.auditLog.findMany({ where: { targetId: member.id } })).toMatchObject([
        {
          ...{ actorId: member.id, action: "person.role", targetType: "person" },
          details: { before: { role: "member" }, after: { role: "employer" } },
        },
      ]);
      for (const role of ["client", "provider", "admin"] as const) {
        const account = await makeAccount(deps, role);
        await putCompany(account, { name: "Kitewerk" });
        expect(await roleOf(account)).toBe(role);
        expect(await deps.db.auditLog.count({ where: { targetId: account.id } })).toBe(0);
      }
    });

    test("has its place in the menu of whoever has one, whatever their role", async () => {
      const has = ({ id: userId }: TestAccount, role: Role) =>
        hasCompany(deps, { userId, role, via: "session_cookie", isBrowser: true, isOptedOut: false });
      const admin = await makeAccount(deps, "admin");
      expect(await has(admin, "admin")).toBe(false);
      await putCompany(admin, { name: "Kitewerk" });
      expect(await has(admin, "admin")).toBe(true);
      const member = await makeAccount(deps, "member");
      expect(await has(member, "member")).toBe(false);
      expect(await has(member, "employer")).toBe(true);
    });

    test("that is renamed has its jobs embedded anew, and their occupations stay", async () => {
      const employer = await makeEmployer(deps);
      const { id } = await postJob(employer, {
        title: "Helper",
        description: "Help wherever there is something to do.",
      });
      const read = async () =>
        (
          await deps.db.$queryRaw<{ embedding: string; model: string | null; career: string | null }[]>`
            SELECT "embedding"::text, "embeddingModel" AS "model", "careerCode" AS "career" FROM "Job" WHERE "id" = ${id}::uuid`
        )[0];
      const before = await read();
      await putCompany(employer, { name: "Kitewerk", about: "Another text changes nothing." });
      await deps.background.settle();
      expect(await read()).toEqual(before);
      await putCompany(employer, { name: "Night nurses and midwives" });
      await deps.background.settle();
      const after = await read();
      expect(after).toMatchObject({ model: before?.model, career: before?.career });
      expect(after?.embedding).not.toBe(before?.embedding);
      const [fresh] =
        (await deps.embedder?.embed([
          "Helper. Night nurses and midwives. SQL, Python. Help wherever there is something to do.",
        ])) ?? [];
      const stored: number[] = JSON.parse(after?.embedding ?? "[]");
      expect(stored.reduce((sum, value, k) => sum + value * (fresh?.[k] ?? 0), 0)).toBeGreaterThan(0.999);
    });

    test("ten first saves at once make one", async () => {
      const member = await makeAccount(deps, "member");
      const saved = await Promise.all(
        Array.from({ length: 10 }, (_, i) => putCompany(member, { name: `Kitewerk ${i}` })),
      );
      expect(new Set(saved.map(({ company }) => company?.id)).size).toBe(1);
      expect(await deps.db.company.count({ where: { ownerId: member.id } })).toBe(1);
    });

    test.each([
      ["no name", {}, "name"],
      ["a name of one letter", { name: "K" }, "name"],
      ["a name that is too long", { name: "x".repeat(121) }, "name"],
      ["a website that is a script", { name: "Kitewerk", website: "javascript:alert(1)" }, "website"],
      ["a website without its scheme", { name: "Kitewerk", website: "kite.example" }, "website"],
      ["about as a number", { name: "Kitewerk", about: 5 }, "about"],
      ["an owner", { name: "Kitewerk", ownerId: crypto.randomUUID() }, "ownerId"],
    ])("with %s is refused by name, and nothing is stored", async (_, body, field) => {
      const member = await makeAccount(deps, "member");
      const problem = await getProblem("putCompany", { accessToken: member.accessToken, body });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
      expect(await deps.db.company.count({ where: { ownerId: member.id } })).toBe(0);
      expect(await roleOf(member)).toBe("member");
    });

    test("a guest and a stranger are turned away", async () => {
      const { cookie } = await makeGuest(deps);
      const body = { name: "Kitewerk" };
      expect((await getProblem("putCompany", { cookie, body })).status).toBe(401);
      expect((await getProblem("putCompany", { body })).status).toBe(401);
    });
  });

  describe("a job", () => {
    test("has its embedding and occupation as soon as it is posted, and the texts as they were written", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer, {
        description: `${HTML} and what else there is to say.`,
        tags: ["SQL", HTML],
      });
      expect(job).toMatchObject({
        ...{ title: JOB_FORM.title, company: "Kitewerk", location: "Athens, GA", remote: false, seniority: "MID" },
        ...{ tags: ["SQL", HTML], salaryMin: 90_000, salaryMax: 120_000, isActive: true, isDemo: false },
        ...{ applicants: 0, newApplicants: 0, impressions: 0, expiresAt: null },
        description: `${HTML} and what else there is to say.`,
        career: { code: "15-1252.00" },
        typical: { salaryMin: null, salaryMax: null, skills: [], seniority: null },
      });
      const [stored] = await deps.db.$queryRaw<object[]>`
        SELECT "source", "sourceId", "isActive", "embeddingModel", vector_dims("embedding") AS "width" FROM "Job"
        WHERE "id" = ${job.id}::uuid`;
      const model = deps.embedder?.model;
      expect(stored).toEqual({ source: "employer", sourceId: null, isActive: true, embeddingModel: model, width: 384 });
      expect(await getJob(employer, job.id)).toEqual(job);
    });

    test("says what is typical only where it is silent itself", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer, { tags: [], seniority: null, salaryMin: null, salaryMax: null });
      expect(job).toMatchObject({ tags: [], seniority: null, salaryMin: null, salaryMax: null });
      expect(job.typical.salaryMin).toBeGreaterThan(50_000);
      expect(job.typical.skills.length).toBeGreaterThan(3);
      expect(job.typical.seniority).not.toBeNull();
      const changed = await updateJob(employer, job.id, { ...JOB_FORM, title: "Registered nurse" });
      expect(changed.career?.code).toBe("29-1141.00");
      expect(changed.typical).toEqual({ salaryMin: null, salaryMax: null, skills: [], seniority: null });
    });

    test("is embedded anew when it is changed, and keeps when it was posted", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer);
      const read = () => deps.db.$queryRaw`SELECT "embedding"::text FROM "Job" WHERE "id" = ${job.id}::uuid`;
      const before = await read();
      const changed = await updateJob(employer, job.id, {
        ...{
          title: "Chef",
          description: "Cook lunch and dinner for ninety guests a day.",
          remote: true,
          tags: ["Knives"],
        },
        expiresAt: inDays(9),
      });
      expect(changed).toMatchObject({ title: "Chef", location: "", remote: true, tags: ["Knives"], seniority: null });
      expect(changed).toMatchObject({ salaryMin: null, salaryMax: null, postedAt: job.postedAt, isActive: true });
      expect(await read()).not.toEqual(before);
    });

    test("closes, keeps its applications, and opens again", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer);
      const seeker = await makeSeeker(deps);
      await plantApplication(deps, seeker.id, job.id);
      expect(await updateJob(employer, job.id, { isActive: false })).toMatchObject({ isActive: false, applicants: 1 });
      expect(await updateJob(employer, job.id, { isActive: false })).toMatchObject({ isActive: false });
      const stored = () => deps.db.job.findUniqueOrThrow({ where: { id: job.id } });
      expect(await stored()).toMatchObject({ isActive: false, closedAt: expect.any(Date) });
      const { items } = await getReply("listApplicants", {
        accessToken: employer.accessToken,
        params: { jobId: job.id },
      });
      expect(items).toHaveLength(1);
      // A change does not open it.
      expect(await updateJob(employer, job.id, JOB_FORM)).toMatchObject({ isActive: false });
      expect(await updateJob(employer, job.id, { isActive: true })).toMatchObject({ isActive: true, applicants: 1 });
      expect(await stored()).toMatchObject({ isActive: true, closedAt: null });
    });

    test("that has ended opens with a later end alone", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer);
      const ended = new Date(Date.now() - 60_000);
      await deps.db.job.update({ where: { id: job.id }, data: { expiresAt: ended, isActive: false } });
      const params = { jobId: job.id };
      const refused = await getProblem("updateJob", {
        ...{ params, accessToken: employer.accessToken, body: { isActive: true } },
      });
      expect([refused.status, refused.errors?.[0]?.field]).toEqual([400, "isActive"]);
      // Its words can be put right without that.
      const corrected = { ...JOB_FORM, title: "Software developer", expiresAt: ended.toISOString() };
      expect(await updateJob(employer, job.id, corrected)).toMatchObject({
        title: "Software developer",
        isActive: false,
      });
      expect(await updateJob(employer, job.id, { ...JOB_FORM, expiresAt: inDays(1) })).toMatchObject({
        isActive: true,
      });
    });

    test("lists open ones first, the latest of each first, with what came of them", async () => {
      const employer = await makeEmployer(deps);
      const [first, second, third] = [await postJob(employer), await postJob(employer), await postJob(employer)];
      await updateJob(employer, second.id, { isActive: false });
      const [one, two, three] = [await makeSeeker(deps), await makeSeeker(deps), await makeSeeker(deps)];
      const guest = await makeGuest(deps);
      await plantApplication(deps, one.id, first.id);
      const moved = await plantApplication(deps, two.id, first.id);
      const withdrawn = await plantApplication(deps, three.id, first.id);
      await plantApplication(deps, guest.id, first.id);
      await deps.db.application.updateMany({ where: { id: moved }, data: { status: "HR_MEETING" } });
      await deps.db.application.updateMany({ where: { id: withdrawn }, data: { withdrawnAt: new Date() } });
      const shown = { feedId: crypto.randomUUID(), jobId: first.id, position: 1, score: 1, parts: {} };
      await deps.db.jobImpression.createMany({
        data: [one, two].map(({ id }) => ({
          ...{ ...shown, userId: id, id: crypto.randomUUID(), policy: "job-base", propensity: 1 },
        })),
      });
      const { items } = await listJobs(employer);
      expect(items.map(({ id }) => id)).toEqual([third.id, first.id, second.id]);
      expect(items[1]).toMatchObject({ applicants: 2, newApplicants: 1, impressions: 2 });
      expect(await listJobs(await makeAccount(deps, "member"))).toEqual({ items: [] });
    });

    test("is posted by whoever has a company page, and by nobody else", async () => {
      const member = await makeAccount(deps, "member");
      const refused = await getProblem("postJob", { accessToken: member.accessToken, body: JOB_FORM });
      expect([refused.status, refused.detail]).toEqual([409, expect.stringContaining("company page")]);
      const { cookie } = await makeGuest(deps);
      expect((await getProblem("postJob", { cookie, body: JOB_FORM })).status).toBe(401);
    });

    test("is not there for anybody else, other employers and admins included", async () => {
      const job = await postJob(await makeEmployer(deps));
      const other = await makeEmployer(deps, "Another");
      const admin = await makeAccount(deps, "admin");
      await putCompany(admin, { name: "Admins" });
      for (const { accessToken } of [other, admin, await makeAccount(deps, "member")]) {
        const call = { accessToken, params: { jobId: job.id } };
        const statuses = await Promise.all([
          callApi("getEmployerJob", call),
          callApi("updateJob", { ...call, body: JOB_FORM }),
          callApi("updateJob", { ...call, body: { isActive: false } }),
          callApi("listApplicants", call),
        ]);
        expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      }
      expect(await deps.db.job.findUnique({ where: { id: job.id } })).toMatchObject({ closedAt: null });
    });

    test.each([
      ["no title", { title: undefined }, "title"],
      ["a title of spaces", { title: " \n " }, "title"],
      ["a title that is too long", { title: "x".repeat(151) }, "title"],
      ["hardly a description", { description: "Good job" }, "description"],
      ["a description that is too long", { description: "x".repeat(20_001) }, "description"],
      ["a lower end above the upper one", { salaryMin: 120_001 }, "salaryMax"],
      ["a salary below zero", { salaryMin: -1 }, "salaryMin"],
      ["a salary beyond reason", { salaryMax: 10_000_001 }, "salaryMax"],
      ["a salary in words", { salaryMin: "much" }, "salaryMin"],
      ["an unknown seniority", { seniority: "BOSS" }, "seniority"],
      ["neither a place nor remote", { location: " " }, "location"],
      ["31 skills", { tags: Array.from({ length: 31 }, (_, i) => `Skill ${i}`) }, "tags"],
      ["an end that has passed", { expiresAt: "1970-01-01T00:00:00Z" }, "expiresAt"],
      ["an end that is no date", { expiresAt: "soon" }, "expiresAt"],
      ["somebody else's company", { companyId: crypto.randomUUID() }, "companyId"],
    ])("with %s is refused by name, and nothing is stored", async (_, fault, field) => {
      const employer = await makeEmployer(deps);
      const body = { ...JOB_FORM, ...fault };
      const problem = await getProblem("postJob", { accessToken: employer.accessToken, body });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
      expect(await listJobs(employer)).toEqual({ items: [] });
    });

    test("a change that says both or neither of its two forms is refused, and so is one with a fault", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer);
      for (const body of [{}, { isActive: "no" }, { ...JOB_FORM, isActive: true }, { ...JOB_FORM, salaryMin: 1e6 }]) {
        const call = { accessToken: employer.accessToken, params: { jobId: job.id }, body };
        expect((await getProblem("updateJob", call)).status).toBe(400);
      }
      expect(await getJob(employer, job.id)).toEqual(job);
    });

    test("a deleted account's jobs close and are nobody's, and what was applied for stays", async () => {
      const body = { email: makeEmail(), password: PASSWORD };
      const { accessToken } = await getReply("register", { body });
      const { id } = await getReply("getMe", { accessToken });
      await getReply("putCompany", { accessToken, body: { name: "Kitewerk" } });
      const job = await postJob({ id, email: body.email, accessToken });
      const seeker = await makeSeeker(deps);
      const applicationId = await plantApplication(deps, seeker.id, job.id);
      await getReply("deleteMe", { accessToken, body: { password: PASSWORD } });
      expect(await deps.db.job.findUnique({ where: { id: job.id }, include: { company: true } })).toMatchObject({
        ...{ isActive: false, closedAt: expect.any(Date), company: { name: "Kitewerk", ownerId: null } },
      });
      expect(await deps.db.application.findFirst({ where: { id: applicationId } })).not.toBeNull();
    });

    test("a locked account's jobs stay open, and it can do nothing with them", async () => {
      const employer = await makeEmployer(deps);
      const job = await postJob(employer);
      await deps.db.user.update({ where: { id: employer.id }, data: { lockedAt: new Date() } });
      const call = { accessToken: employer.accessToken, params: { jobId: job.id }, body: { isActive: false } };
      expect((await getProblem("updateJob", call)).status).toBe(401);
      expect(await deps.db.job.findUnique({ where: { id: job.id } })).toMatchObject({ isActive: true });
    });
  });

  describe("a check of a form", () => {
    const check = async (body: object) =>
      getReply("checkJob", { accessToken: (await makeAccount(deps, "member")).accessToken, body });

    test("names the occupation, its wages in order, its skills and level", async () => {
      const reply = await check({ title: "Registered nurse", salaryMin: 80_000, salaryMax: 90_000 });
      expect(reply).toMatchObject({ career: { code: "29-1141.00" }, salaryVerdict: "typical" });
      const { p10 = 0, p25 = 0, median = 0, p75 = 0, p90 = 0 } = reply.wages ?? {};
      expect([p10, p25, median, p75, p90]).toEqual([p10, p25, median, p75, p90].toSorted((a, b) => a - b));
      expect(p10).toBeGreaterThan(20_000);
      expect(reply.typicalSkills.length).toBeGreaterThan(3);
      expect(reply.typicalSeniority).not.toBeNull();
    });

    test.each([
      [{ salaryMin: 20_000, salaryMax: 30_000 }, "below"],
      [{ salaryMin: null, salaryMax: null }, null],
      [{ salaryMin: 85_000, salaryMax: null }, "typical"],
      [{ salaryMin: null, salaryMax: 400_000 }, "above"],
    ])("an offer of %o is %s", async (offer, verdict) => {
      expect((await check({ title: "Registered nurse", ...offer })).salaryVerdict).toBe(verdict);
    });

    test.each(["", "  ", "zzxqw", "🙂"])("a title of %j tells nothing yet", async (title) => {
      expect(await check({ title, salaryMin: 50_000 })).toEqual({
        ...{ career: null, wages: null, salaryVerdict: null, typicalSkills: [], typicalSeniority: null },
      });
    });
  });
});
