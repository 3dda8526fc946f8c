import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, getProblem, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { BROWSER, meetSomebody } from "./people";

describe.each(ENGINES)("what a person says about careers (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function meet(consent: boolean | null) {
    const somebody = await meetSomebody(deps, consent);
    const { cookie, sessionId, first } = somebody;
    const caller: CallInput = { cookie, headers: BROWSER };
    const { recommendationId, code: careerCode } = first;
    const tell = (interaction_type: string, eventId: string, more: object = {}) =>
      getReply("interact", { ...caller, params: { recommendationId }, body: { interaction_type, eventId, ...more } });
    const isSaved = async () =>
      (await deps.db.savedCareer.count({ where: { userId: somebody.userId, careerCode } })) === 1;
    const save = (saved: boolean, eventId?: string) =>
      getReply("saveCareer", { ...caller, body: { sessionId, careerCode, saved, ...(eventId ? { eventId } : {}) } });
    const put = (kind: string, body: object = {}) =>
      getReply("react", { ...caller, params: { careerCode, kind }, body });
    const remove = (kind: string, eventId?: string) =>
      getReply("unreact", { ...caller, params: { careerCode, kind }, ...(eventId ? { query: { eventId } } : {}) });
    const list = async () =>
      (await getReply("listReactions", caller)).items.map(({ kind, value }) =>
        value === null ? kind : `${kind} ${value}`,
      );
    return { ...somebody, caller, careerCode, tell, isSaved, save, put, remove, list };
  }

  describe.each([true, false, null])("with consent %s", (consent) => {
    test("a save that is told again after it was taken back stays taken back", async () => {
      const { tell, isSaved, save } = await meet(consent);
      const event = crypto.randomUUID();
      await tell("save", event);
      expect(await isSaved()).toBe(true);
      await save(false);
      expect(await isSaved()).toBe(false);
      await tell("save", event);
      expect(await isSaved()).toBe(false);
      expect(await save(true, event)).toMatchObject({ saved: false });
      await tell("save", crypto.randomUUID());
      expect(await isSaved()).toBe(true);
    });

    test("a save that is taken back before word of it arrives saves nothing", async () => {
      const { tell, isSaved, save } = await meet(consent);
      const event = crypto.randomUUID();
      expect(await save(false, event)).toMatchObject({ saved: false });
      await tell("save", event);
      expect(await isSaved()).toBe(false);
    });

    test("a dismissal told again after it was taken back, or only then, stays taken back", async () => {
      const { tell, list, remove } = await meet(consent);
      const [event, late] = [crypto.randomUUID(), crypto.randomUUID()];
      await tell("dismiss", event);
      expect(await list()).toEqual(["dismiss"]);
      expect(await remove("dismiss")).toMatchObject({ active: false });
      await tell("dismiss", event);
      expect(await list()).toEqual([]);
      await remove("dismiss", late);
      await tell("dismiss", late);
      expect(await list()).toEqual([]);
      await tell("dismiss", crypto.randomUUID());
      expect(await list()).toEqual(["dismiss"]);
    });

    test("a reaction set directly and told as an event is one: either may come first, and undoing undoes both", async () => {
      const { tell, list, put, remove } = await meet(consent);
      const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
      expect(await put("implement", { eventId: one })).toMatchObject({ kind: "implement", active: true });
      await remove("implement");
      await tell("implement", one);
      expect(await list()).toEqual([]);
      await tell("dismiss", other);
      await remove("dismiss");
      expect(await put("dismiss", { eventId: other })).toMatchObject({ active: false });
      expect(await list()).toEqual([]);
      await put("dismiss");
      expect(await list()).toEqual(["dismiss"]);
    });

    test("of two ratings the later one stays, whichever arrives last", async () => {
      const { tell, list, put } = await meet(consent);
      const rate = (stars: number, agoMs: number) => {
        const occurredAt = new Date(Date.now() - agoMs).toISOString();
        return tell("rate", crypto.randomUUID(), { interaction_value: stars, occurredAt });
      };
      // The list is a moment old: nothing was rated before it was shown.
      await deps.db.$executeRaw`UPDATE "Slate" SET "createdAt" = "createdAt" - interval '1 hour'`;
      await rate(2, 1000);
      await rate(5, 60_000);
      expect(await list()).toEqual(["rate 2"]);
      await rate(4.5, 10);
      expect(await list()).toEqual(["rate 4.5"]);
      await put("rate", { value: 1 });
      expect(await list()).toEqual(["rate 1"]);
    });
  });

  test("views, clicks and shares set nothing", async () => {
    const { tell, list, isSaved } = await meet(true);
    for (const kind of ["view", "click", "share"]) await tell(kind, crypto.randomUUID());
    expect([await list(), await isSaved()]).toEqual([[], false]);
  });

  test("all kinds can stand side by side, latest first, and be repeated and taken back without harm", async () => {
    const { put, remove, list, caller, careerCode } = await meet(null);
    for (let i = 0; i < 2; i++) {
      for (const kind of ["dismiss", "implement", "ignore"]) await put(kind);
      await put("rate", { value: 3.5 });
    }
    expect((await list()).toSorted()).toEqual(["dismiss", "ignore", "implement", "rate 3.5"]);
    expect((await getReply("listReactions", caller)).items[0]).toMatchObject({ careerCode, kind: "rate", value: 3.5 });
    for (let i = 0; i < 2; i++) expect(await remove("ignore")).toMatchObject({ active: false });
    expect(await list()).toHaveLength(3);
  });

  test("a save and its undoing at once end as undone, however they meet", async () => {
    for (let round = 0; round < 6; round++) {
      const { tell, save, isSaved } = await meet(null);
      const event = crypto.randomUUID();
      const told = Array.from({ length: 4 }, () => tell("save", event));
      const undone = save(false, event);
      await Promise.all([...told, undone, tell("save", event)]);
      expect(await isSaved()).toBe(false);
    }
  });

  test("a dismissed career is left out of the next list, until that is taken back", async () => {
    const { sessionId, caller, careerCode, tell, remove } = await meet(false);
    const listCodes = async () =>
      (await getReply("recommend", { ...caller, body: { sessionId } })).recommendations.map(({ code }) => code);
    await tell("dismiss", crypto.randomUUID());
    expect(await listCodes()).not.toContain(careerCode);
    await remove("dismiss");
    expect(await listCodes()).toContain(careerCode);
  });

  test("reactions that make no sense are refused, field by field", async () => {
    const { caller, careerCode, list } = await meet(null);
    const attempts: [Record<string, string>, object, string, number][] = [
      [{ careerCode, kind: "rate" }, {}, "value", 400],
      [{ careerCode, kind: "rate" }, { value: 0 }, "value", 400],
      [{ careerCode, kind: "rate" }, { value: 6 }, "value", 400],
      [{ careerCode, kind: "rate" }, { value: 3.3 }, "value", 400],
      [{ careerCode, kind: "rate" }, { value: null }, "value", 400],
      [{ careerCode, kind: "dismiss" }, { value: 3 }, "value", 400],
      [{ careerCode, kind: "dismiss" }, { eventId: "7" }, "eventId", 400],
      [{ careerCode, kind: "dismiss" }, { userId: crypto.randomUUID() }, "userId", 400],
      [{ careerCode, kind: "save" }, {}, "kind", 400],
      [{ careerCode: "nurse", kind: "dismiss" }, {}, "careerCode", 400],
      [{ careerCode: "99-9999.99", kind: "dismiss" }, {}, "careerCode", 404],
    ];
    for (const [params, body, field, status] of attempts) {
      const problem = await getProblem("react", { ...caller, params, body });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([status, field]);
    }
    expect(await list()).toEqual([]);
    expect((await callApi("react", { params: { careerCode, kind: "dismiss" }, body: {} })).status).toBe(401);
    expect((await callApi("listReactions")).status).toBe(401);
  });
});
