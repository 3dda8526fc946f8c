import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SavedCareerRequest } from "@/lib/contracts/saved";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply, toCookie } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const CODE = "15-1252.00";
const OTHER_CODE = "29-1141.00";
const BROWSER = { "sec-fetch-site": "same-origin", "user-agent": "Mozilla/5.0" };

describe.each(ENGINES)("saved careers (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const newGuest = async (): Promise<string> =>
    toCookie(await callApi("submitQuiz", { body: { answers: exampleAnswers() } })) ?? "";
  const put = (cookie: string, careerCode: string, body: SavedCareerRequest = {}, headers = {}) =>
    getReply("putSavedCareer", { params: { careerCode }, cookie, body, headers });
  const list = (cookie: string, name?: string) =>
    getReply("listSavedCareers", { cookie, ...(name === undefined ? {} : { query: { list: name } }) });
  const drop = (cookie: string, careerCode: string) =>
    getReply("deleteSavedCareer", { params: { careerCode }, cookie });

  test("a career is kept with its list and note, and what a change leaves out stays", async () => {
    const cookie = await newGuest();
    expect(await put(cookie, CODE, { list: " Some \n day ", note: "line 1\nline 2" })).toMatchObject({
      careerCode: CODE,
      title: "Software Developers",
      list: "Some day",
      note: "line 1\nline 2",
      isActive: true,
    });
    expect(await put(cookie, CODE, { note: "" })).toMatchObject({ list: "Some day", note: "" });
    expect(await put(cookie, CODE, { list: "" })).toMatchObject({ list: "", note: "" });
    const { items, lists } = await list(cookie);
    expect(items.map(({ careerCode }) => careerCode)).toEqual([CODE]);
    expect(items[0]?.facts.salary_range?.median).toBeGreaterThan(0);
    expect(lists).toEqual([]);
  });

  test("saving again keeps the note, the list and the time of the first save, and is recorded once", async () => {
    const cookie = await newGuest();
    const before = (await countRows(deps)).Interaction ?? 0;
    const first = await put(cookie, CODE, { list: "A", note: "n" });
    expect(await put(cookie, CODE)).toEqual(first);
    await put(cookie, CODE, { note: "m" });
    expect((await countRows(deps)).Interaction).toBe(before + 1);
    expect(await deps.db.interaction.findFirst({ orderBy: { createdAt: "desc" } })).toMatchObject({
      kind: "save",
      careerCode: CODE,
      sessionId: null,
      label: 0.8,
    });
  });

  test("a browser that was not asked for consent saves, and no interaction is stored", async () => {
    const cookie = await newGuest();
    const before = (await countRows(deps)).Interaction ?? 0;
    await put(cookie, CODE, {}, BROWSER);
    expect((await list(cookie)).items).toHaveLength(1);
    expect((await countRows(deps)).Interaction).toBe(before);
  });

  test("somebody seen for the first time becomes a guest by saving", async () => {
    const reply = await callApi("putSavedCareer", { params: { careerCode: CODE }, body: {} });
    expect(reply.status).toBe(200);
    expect((await list(toCookie(reply) ?? "")).items.map(({ careerCode }) => careerCode)).toEqual([CODE]);
  });

  test("lists are counted whatever is asked for, and the latest save comes first", async () => {
    const cookie = await newGuest();
    await put(cookie, CODE, { list: "Soon" });
    await put(cookie, OTHER_CODE, { list: "Soon" });
    await put(cookie, "11-1011.00");
    const lists = [{ name: "Soon", count: 2 }];
    const all = await list(cookie);
    expect(all.lists).toEqual(lists);
    expect(all.items.map(({ careerCode }) => careerCode)).toEqual(["11-1011.00", OTHER_CODE, CODE]);
    const codes = async (name: string) => {
      const reply = await list(cookie, name);
      expect(reply.lists).toEqual(lists);
      return reply.items.map(({ careerCode }) => careerCode);
    };
    expect(await codes("Soon")).toEqual([OTHER_CODE, CODE]);
    expect(await codes("")).toEqual(["11-1011.00"]);
    expect(await codes("soon")).toEqual([]);
  });

  test("a list is renamed, joined with another and dissolved", async () => {
    const cookie = await newGuest();
    await put(cookie, CODE, { list: "A" });
    await put(cookie, OTHER_CODE, { list: "B" });
    const rename = (from: string, to: string) => getReply("renameSavedList", { cookie, body: { from, to } });
    const lists = async () => (await list(cookie)).lists;
    expect(await rename("A", "C")).toEqual({ movedCount: 1 });
    expect(await rename("A", "D")).toEqual({ movedCount: 0 });
    expect(await rename("C", "B")).toEqual({ movedCount: 1 });
    expect(await lists()).toEqual([{ name: "B", count: 2 }]);
    expect(await rename("B", "")).toEqual({ movedCount: 2 });
    expect(await lists()).toEqual([]);
    expect((await getProblem("renameSavedList", { cookie, body: { from: " ", to: "X" } })).status).toBe(400);
  });

  test("taking a save back takes the note along, and twice is as good as once", async () => {
    const cookie = await newGuest();
    await put(cookie, CODE, { note: "n" });
    expect(await drop(cookie, CODE)).toEqual({ done: true });
    expect(await drop(cookie, CODE)).toEqual({ done: true });
    expect((await list(cookie)).items).toEqual([]);
    expect(await put(cookie, CODE)).toMatchObject({ note: "" });
  });

  test("nobody sees, changes or loses what somebody else saved", async () => {
    const owner = await newGuest();
    const other = await newGuest();
    await put(owner, CODE, { list: "Mine", note: "private" });
    expect(await list(other)).toEqual({ items: [], lists: [] });
    await drop(other, CODE);
    await put(other, CODE, { note: "theirs" });
    await getReply("renameSavedList", { cookie: other, body: { from: "Mine", to: "Gone" } });
    expect((await list(owner)).items).toMatchObject([{ list: "Mine", note: "private" }]);
    expect((await getProblem("listSavedCareers", {})).status).toBe(401);
  });

  test.each([
    ["HTML", '<script>alert(1)</script><img src=x onerror="alert(1)">'],
    ["a formula", '=HYPERLINK("http://example.com";"x")'],
    ["another script and emoji", "日本語 العربية Żółć 👩🏽‍🚒"],
    ["2000 characters", "x".repeat(2000)],
  ])("%s in a note comes back as it was written", async (_, note) => {
    const cookie = await newGuest();
    expect((await put(cookie, CODE, { note })).note).toBe(note);
    expect((await list(cookie)).items[0]?.note).toBe(note);
  });

  test.each([
    ["a note that is too long", { note: "x".repeat(2001) }, "note"],
    ["a list name that is too long", { list: "x".repeat(61) }, "list"],
    ["a note that is no text", { note: 5 }, "note"],
    ["somebody else's id", { userId: crypto.randomUUID() }, "userId"],
  ])("%s is refused by name, and nothing is stored", async (_, body, field) => {
    const cookie = await newGuest();
    const problem = await getProblem("putSavedCareer", { params: { careerCode: CODE }, cookie, body });
    expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, field]);
    expect((await list(cookie)).items).toEqual([]);
  });

  test("what a database cannot store is taken out of a note", async () => {
    const cookie = await newGuest();
    const { note, list: name } = await put(cookie, CODE, { note: "a\0b\ud800c", list: "L\0\ud800" });
    expect([note, name]).toEqual(["ab\ufffdc", "L\ufffd"]);
  });

  test("a career that the catalogue no longer offers stays saved, and says so", async () => {
    const cookie = await newGuest();
    await put(cookie, OTHER_CODE, { note: "n" });
    await deps.db.career.update({ where: { code: OTHER_CODE }, data: { isActive: false } });
    try {
      expect((await list(cookie)).items).toMatchObject([{ careerCode: OTHER_CODE, isActive: false, note: "n" }]);
      expect(await put(cookie, OTHER_CODE, { note: "m" })).toMatchObject({ isActive: false, note: "m" });
    } finally {
      await deps.db.career.update({ where: { code: OTHER_CODE }, data: { isActive: true } });
    }
  });

  test("twenty saves of one career at once keep it once", async () => {
    const cookie = await newGuest();
    const before = (await countRows(deps)).Interaction ?? 0;
    await Promise.all(Array.from({ length: 20 }, (_, i) => put(cookie, CODE, { note: `note ${i}` })));
    const { items } = await list(cookie);
    expect(items).toHaveLength(1);
    expect(items[0]?.note).toMatch(/^note \d+$/);
    expect((await countRows(deps)).Interaction).toBe(before + 1);
  });
});
