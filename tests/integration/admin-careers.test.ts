import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { saveCatalogue } from "@/lib/db/catalogue";
import { getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply } from "./call-api";
import { DRONE_PILOT } from "./career-form";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { makeAccount, type TestAccount } from "./make-account";

const SHIPPED = "15-1252.00";
const OTHER = "29-1141.00";

/** What each field must refuse: the field that the answer names, and what is sent. */
const FAULTS: [string, Record<string, unknown>][] = [
  ["code", { code: "15-1252" }],
  ["code", { code: "99-0001.00'; DROP TABLE" }],
  ["title", { title: "x" }],
  ["title", { title: " \u0000 \u200b " }],
  ["title", { title: "x".repeat(121) }],
  ["title", { title: ["a", "b"] }],
  ["title", { title: undefined }],
  ["alternateTitles[1]", { alternateTitles: ["Fine", "?"] }],
  ["alternateTitles", { alternateTitles: ["Same", "same"] }],
  ["alternateTitles", { alternateTitles: Array.from({ length: 13 }, (_, i) => `Title ${i}`) }],
  ["keywords", { keywords: [] }],
  ["keywords", { keywords: Array.from({ length: 21 }, (_, i) => `word ${i}`) }],
  ["cluster", { cluster: "no-such-cluster" }],
  ["cluster", { cluster: "NO" }],
  ["jobZone", { jobZone: 0 }],
  ["jobZone", { jobZone: 2.5 }],
  ["summary", { summary: "too short" }],
  ["day", { day: ["One thing only"] }],
  ["day[2]", { day: ["First of all", "Then this one", ""] }],
  ["fits", { fits: "" }],
  ["tough", { tough: "!!!!!!!!!!" }],
  ["abilityVector", { abilityVector: [1, 2, 3] }],
  ["abilityVector", { abilityVector: Array(16).fill(5) }],
  ["abilityVector[3]", { abilityVector: DRONE_PILOT.abilityVector.with(3, 10.1) }],
  ["abilityVector[14]", { abilityVector: DRONE_PILOT.abilityVector.with(14, -0.1) }],
  ["abilityVector[0]", { abilityVector: [null, ...DRONE_PILOT.abilityVector.slice(1)] }],
  ["abilityVector[1]", { abilityVector: [5, "5", ...DRONE_PILOT.abilityVector.slice(2)] }],
  ["wages.p90", { wages: { period: "year", p10: 1, p25: 2, median: 3, p75: 4, p90: 3, topCoded: [] } }],
  ["wages.p90", { wages: { period: "year", p10: 1, p25: 2, median: 3, p75: 4, p90: 5, topCoded: ["p90"] } }],
  ["wages.median", { wages: { period: "year", p10: null, p25: null, median: -3, p75: null, p90: null, topCoded: [] } }],
  ["outlook.openingsPerYear", { outlook: { employment: 1, growthPercent: 1, openingsPerYear: 3_000_000_000 } }],
  ["outlook.growthPercent", { outlook: { employment: 1, growthPercent: -101, openingsPerYear: 1 } }],
  ["education.typicalEntry", { education: { typicalEntry: "A doctorate in hats" } }],
  ["riasec.social", { riasec: { realistic: 1, investigative: 1, artistic: 1, enterprising: 1, conventional: 1 } }],
  ["isShipped", { isShipped: true }],
  ["embedding", { embedding: [1] }],
];

describe.each(ENGINES)("careers in the admin's hands (%s database)", (engine) => {
  let deps: Deps;
  let admin: TestAccount;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    admin = await makeAccount(deps, "admin");
  });
  afterAll(() => deps.close());

  const as = (account: TestAccount) => ({ accessToken: account.accessToken });
  const add = (body: Record<string, unknown>) => getReply("addCareer", { body, ...as(admin) });
  const change = (code: string, body: Record<string, unknown>) =>
    getReply("changeCareer", { params: { code }, body, ...as(admin) });
  const refusal = (code: string, body: Record<string, unknown>) =>
    getProblem("changeCareer", { params: { code }, body, ...as(admin) });
  const read = (code: string) => getReply("getAdminCareer", { params: { code }, ...as(admin) });
  const list = (query: Record<string, string | number>) => getReply("listAdminCareers", { query, ...as(admin) });
  const search = async (q: string) => (await getReply("searchCareers", { query: { q } })).items.map(({ code }) => code);
  const audit = async (targetId: string) =>
    deps.db.auditLog.findMany({ where: { targetId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const named = (title: string) => ({ ...DRONE_PILOT, title });

  test("a new career is found by search, list and recommendations as soon as it is added, and gone when it is deactivated", async () => {
    const { code, isActive, isEmbedded, isShipped } = await add(DRONE_PILOT);
    expect({ isActive, isEmbedded, isShipped }).toEqual({ isActive: true, isEmbedded: true, isShipped: false });
    expect(code).toMatch(/^99-\d{4}\.00$/);
    expect((await search("somebody who flies drones with parcels"))[0]).toBe(code);
    const { items } = await getReply("listCareers", { query: { cluster: DRONE_PILOT.cluster, limit: 50 } });
    expect(items.map((item) => item.code)).toContain(code);
    const detail = await getReply("getCareer", { params: { code } });
    expect(detail).toMatchObject({ title: DRONE_PILOT.title, abilityVector: DRONE_PILOT.abilityVector });
    const recommend = async () => {
      const answers = await answersLike(DRONE_PILOT.abilityVector);
      const reply = await getReply("recommend", { body: { answers, top_n: 50, diversity: false } });
      return reply.recommendations.map((row) => row.code);
    };
    expect((await recommend()).slice(0, 5)).toContain(code);
    await change(code, { isActive: false });
    expect(await search("somebody who flies drones with parcels")).not.toContain(code);
    expect(await recommend()).not.toContain(code);
    // An old link still works.
    expect((await getReply("getCareer", { params: { code } })).title).toBe(DRONE_PILOT.title);
    await change(code, { isActive: true });
    expect(await recommend()).toContain(code);
  });

  test("what changes a career is recorded once, with what it was before and is after, and nothing is recorded without a change", async () => {
    const { code } = await add(named("Test Pilots of Kites"));
    await change(code, { tough: "The wind does as it likes", jobZone: 2 });
    await change(code, { tough: "The wind does as it likes" });
    await change(code, { isActive: false });
    await change(code, { isActive: true, fits: "you like wind" });
    const rows = await audit(code);
    expect(rows.map(({ action }) => action)).toEqual([
      ...["career.add", "career.change", "career.deactivate"],
      ...rows.slice(3).map(({ action }) => action),
    ]);
    expect(
      rows
        .slice(3)
        .map(({ action }) => action)
        .toSorted(),
    ).toEqual(["career.activate", "career.change"]);
    expect(rows[1]?.details).toEqual({
      before: { tough: DRONE_PILOT.tough, jobZone: 3 },
      after: { tough: "The wind does as it likes", jobZone: 2 },
    });
    expect(rows.every(({ actorId, targetType }) => actorId === admin.id && targetType === "career")).toBe(true);
  });

  test.each(FAULTS)("a faulty %s is refused by its name, and nothing is stored: %j", async (field, fault) => {
    const before = await countRows(deps);
    const problem = await getProblem("addCareer", {
      body: { ...DRONE_PILOT, title: "Unheard Of", ...fault },
      ...as(admin),
    });
    expect([problem.status, problem.errors?.map((error) => error.field)]).toEqual([400, [field]]);
    const checked = await getReply("checkCareer", {
      body: { editing: null, career: { ...DRONE_PILOT, title: "Unheard Of", ...fault } },
      ...as(admin),
    });
    expect(checked.errors.map((error) => error.field)).toEqual([field]);
    expect(await countRows(deps)).toEqual(before);
  });

  test("a code or title that is taken is a conflict that names the field, however the title is capitalized", async () => {
    const { code } = await add(named("Only Ones"));
    const conflict = async (body: Record<string, unknown>) => {
      const problem = await getProblem("addCareer", { body: { ...DRONE_PILOT, ...body }, ...as(admin) });
      return [problem.status, problem.errors?.[0]?.field];
    };
    expect(await conflict({ title: "Other Ones", code })).toEqual([409, "code"]);
    expect(await conflict({ title: "only ones" })).toEqual([409, "title"]);
    expect(await conflict({ title: "software developers" })).toEqual([409, "title"]);
    expect((await refusal(SHIPPED, { title: "Only Ones" })).status).toBe(409);
    // Its own title is no conflict.
    expect((await change(code, { title: "only ones" })).title).toBe("only ones");
  });

  test("of many who add the same title at once one does, and everybody gets a code of their own", async () => {
    const same = await Promise.all(
      Array.from({ length: 5 }, () => callApi("addCareer", { body: named("Simultaneous Ones"), ...as(admin) })),
    );
    expect(same.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    const different = await Promise.all([1, 2, 3, 4, 5].map((i) => add(named(`Simultaneous Number ${i}`))));
    expect(new Set(different.map(({ code }) => code)).size).toBe(5);
  });

  test("HTML in a career is text, and letters of any kind stay as they were typed", async () => {
    const title = '<script>alert("x")</script> & Köche 🍲';
    const { code } = await add({ ...named(title), summary: `Cooks <b>well</b> for people in the city. ${"\u202e"}` });
    expect((await read(code)).title).toBe(title);
    expect((await getReply("getCareer", { params: { code } })).summary).toContain("<b>well</b>");
  });

  test("a change to what somebody else changed since is refused, and tells what to do", async () => {
    const first = await read(OTHER);
    await change(OTHER, { fits: "you care, and can lift", ifUpdatedAt: first.updatedAt });
    const problem = await refusal(OTHER, { fits: "you care", ifUpdatedAt: first.updatedAt });
    expect([problem.status, problem.errors?.[0]?.field]).toEqual([409, "ifUpdatedAt"]);
    expect((await read(OTHER)).record.fits).toBe("you care, and can lift");
  });

  test("an unknown career cannot be changed, and an empty or strange change is refused", async () => {
    expect((await refusal("99-9999.99", { title: "Whoever" })).status).toBe(404);
    expect((await refusal(SHIPPED, { isShipped: false })).status).toBe(400);
    expect((await refusal(SHIPPED, { abilityVector: [1] })).errors?.[0]?.field).toBe("abilityVector");
    const before = await countRows(deps);
    expect((await change(SHIPPED, {})).isChanged).toBe(false);
    expect(await countRows(deps)).toEqual(before);
  });

  test("a text near a career of the catalogue is said to be near it, before and after it is saved", async () => {
    const { record } = await read(SHIPPED);
    const career = { ...DRONE_PILOT, ...pick(record), title: "Makers of Software" };
    const checked = await getReply("checkCareer", { body: { editing: null, career }, ...as(admin) });
    expect(checked.errors).toEqual([]);
    expect(checked.close[0]).toMatchObject({ code: SHIPPED, title: "Software Developers", isActive: true });
    expect(checked.close[0]?.similarity).toBeGreaterThan(0.9);
    expect((await add(career)).close[0]?.code).toBe(SHIPPED);
    const own = await getReply("checkCareer", { body: { editing: SHIPPED, career: pick(record) }, ...as(admin) });
    expect(own.close.map(({ code }) => code)).not.toContain(SHIPPED);
    const empty = await getReply("checkCareer", { body: { editing: null, career: {} }, ...as(admin) });
    expect(empty.close).toEqual([]);
    expect(empty.errors.map(({ field }) => field)).toContain("title");
  });

  test("every page of every order together holds each career once", async () => {
    const orders: Record<string, string>[] = [
      { sort: "cluster", order: "asc" },
      { sort: "growth", order: "desc", origin: "shipped" },
      { sort: "wage", order: "asc", status: "active" },
      { sort: "updated", order: "desc" },
    ];
    for (const query of orders) {
      const { total } = await list({ ...query, limit: 1 });
      const pages = Math.ceil(total / 100);
      const codes: string[] = [];
      for (let page = 1; page <= pages; page++) {
        codes.push(...(await list({ ...query, page, limit: 100 })).items.map(({ code }) => code));
      }
      expect(codes).toHaveLength(total);
      expect(new Set(codes).size).toBe(total);
    }
    expect((await list({ page: 999 })).items).toEqual([]);
  });

  test("filters narrow the list, and a percent sign or an underscore in a search means itself", async () => {
    expect((await list({ q: "15-12", limit: 100 })).items.every(({ code }) => code.startsWith("15-12"))).toBe(true);
    expect((await list({ q: "softWARE devel" })).items.map(({ code }) => code)).toContain(SHIPPED);
    for (const q of ["%", "_", "\\", "'; --"]) expect((await list({ q })).total).toBe(0);
    const inCluster = await list({ cluster: "medicine", limit: 100 });
    expect(inCluster.items.every(({ clusterId }) => clusterId === "medicine")).toBe(true);
    expect((await list({ origin: "own" })).items.every(({ isShipped }) => !isShipped)).toBe(true);
    for (const query of [{ sort: "x" }, { page: 0 }, { limit: 101 }, { status: "gone" }, { q: "x".repeat(201) }]) {
      expect((await getProblem("listAdminCareers", { query: query as never, ...as(admin) })).status).toBe(400);
    }
  });

  test("what was changed of a shipped career outlives a newer catalogue, and follows it again once it is put back", async () => {
    const shipped = deps.catalogue.read();
    const ship = (hash: string, alter: (career: CatalogueCareer) => CatalogueCareer | null) =>
      saveCatalogue(deps.db, { ...shipped, careers: shipped.careers.flatMap((c) => alter(c) ?? []), hash }, () => {});
    const code = "27-1024.00";
    const original = (await read(code)).record;
    await change(code, { fits: "you draw for a living", isActive: false });
    await ship("newer", (career) =>
      career.code === code ? { ...career, fits: "newer fits", tough: "newer tough" } : career,
    );
    const merged = await read(code);
    expect(merged.record).toMatchObject({ fits: "you draw for a living", tough: "newer tough" });
    expect(merged).toMatchObject({ isActive: false, isChanged: true, shipped: { fits: "newer fits", isActive: true } });
    expect((await change(code, { fits: "newer fits", isActive: true })).isChanged).toBe(false);
    await ship("older", (career) => career);
    expect((await read(code)).record).toEqual(original);
  });

  test("a career that is shipped no longer stays active if an admin brought it back, and one's own careers stay as they are", async () => {
    const shipped = deps.catalogue.read();
    const ship = (hash: string, alter: (career: CatalogueCareer) => CatalogueCareer | null) =>
      saveCatalogue(deps.db, { ...shipped, careers: shipped.careers.flatMap((c) => alter(c) ?? []), hash }, () => {});
    const code = "27-1013.00";
    const own = await add(named("Keepers of Bees in Space"));
    await ship("without", (career) => (career.code === code ? null : career));
    expect((await read(code)).isActive).toBe(false);
    await change(code, { isActive: true });
    await ship("without, again", (career) => (career.code === code ? null : career));
    expect((await read(code)).isActive).toBe(true);
    expect((await read(own.code)).record).toEqual(own.record);
    // A career of one's own whose code is shipped later keeps what its admin wrote.
    const [first] = shipped.careers;
    if (first === undefined) throw new Error("an empty catalogue");
    await ship("with its code", (career) => career);
    await saveCatalogue(
      deps.db,
      {
        ...shipped,
        careers: [...shipped.careers, { ...first, code: own.code, title: "Shipped Beekeepers" }],
        hash: "its code",
      },
      () => {},
    );
    const kept = await read(own.code);
    expect(kept).toMatchObject({ title: own.title, isShipped: true, isChanged: true });
    expect(kept.shipped).toMatchObject({ title: "Shipped Beekeepers" });
  });

  test("after additions, changes and deactivations the layout for scoring is the one that a new server makes", async () => {
    const { code } = await add(named("Last Ones"));
    await change(SHIPPED, {
      abilityVector: DRONE_PILOT.abilityVector,
      summary: "Writes and mends programs all day long.",
    });
    await change("27-1014.00", { isActive: false });
    const here = await getCareerSnapshot(deps);
    expect(here.positions.has(code)).toBe(true);
    expect(here.positions.has("27-1014.00")).toBe(false);
    const elsewhere = await getCareerSnapshot({ ...deps, snapshot: { current: null, checkedAtMs: 0 } });
    expect(here.careers).toEqual(elsewhere.careers);
    expect(here.index.similarities).toEqual(elsewhere.index.similarities);
    expect(here.index.abilityCalibration).toEqual(elsewhere.index.abilityCalibration);
    expect(here.index.embeddingCalibration).toEqual(elsewhere.index.embeddingCalibration);
  });

  test("interests that nobody typed come from the careers nearest in ability", async () => {
    const { record } = await read(SHIPPED);
    const { code } = await add({ ...named("Coders of Sorts"), abilityVector: record.abilityVector });
    const { riasec } = (await read(code)).record;
    expect(riasec.investigative).toBeGreaterThan(riasec.social);
    expect(riasec.code).toMatch(/^[RIC]/);
  });
});

const pick = ({ title, alternateTitles, keywords, summary, day }: CatalogueCareer) => ({
  ...{ title, alternateTitles, keywords, summary, day },
});

async function answersLike(abilityVector: readonly number[]) {
  const { makeAnswers } = await import("../factories");
  const { DIMENSIONS } = await import("@/lib/engine/profile/dimensions");
  const { QUESTIONS } = await import("@/lib/engine/profile/questions");
  const ratings = QUESTIONS.flatMap((question) =>
    question.kind === "rating"
      ? [[question.id, Math.round(abilityVector[DIMENSIONS.indexOf(question.dimension)] ?? 5)] as const]
      : [],
  );
  return makeAnswers(Object.fromEntries(ratings));
}
