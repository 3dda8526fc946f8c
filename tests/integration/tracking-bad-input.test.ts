import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, getProblem, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { meetSomebody } from "./people";

const entries = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`key ${i}`, i]));

/** What is wrong, the event's fields, the field to be named and words that say what is allowed. */
const BAD_EVENTS: [string, Record<string, unknown>, string, RegExp][] = [
  ["no kind", {}, "interaction_type", /expected one of "view"/],
  ["an unknown kind", { interaction_type: "purchase" }, "interaction_type", /expected one of "view"/],
  ["a kind in capitals", { interaction_type: "VIEW" }, "interaction_type", /expected one of "view"/],
  ["a negative view", { interaction_type: "view", interaction_value: -0.001 }, "interaction_value", /0 to 86400/],
  ["a view of over a day", { interaction_type: "view", interaction_value: 86_401 }, "interaction_value", /0 to 86400/],
  [
    "a view of NaN",
    { interaction_type: "view", interaction_value: Number.NaN },
    "interaction_value",
    /expected number/,
  ],
  ['a view of "NaN"', { interaction_type: "view", interaction_value: "NaN" }, "interaction_value", /expected number/],
  ["a view of a list", { interaction_type: "view", interaction_value: [3] }, "interaction_value", /expected number/],
  ["no stars", { interaction_type: "rate" }, "interaction_value", /1 to 5 stars/],
  ["0 stars", { interaction_type: "rate", interaction_value: 0 }, "interaction_value", /1 to 5 stars/],
  ["half a star", { interaction_type: "rate", interaction_value: 0.5 }, "interaction_value", /1 to 5 stars/],
  ["6 stars", { interaction_type: "rate", interaction_value: 6 }, "interaction_value", /1 to 5 stars/],
  ["a third of a star", { interaction_type: "rate", interaction_value: 3.3 }, "interaction_value", /whole or half/],
  ["an event id of its own", { interaction_type: "click", eventId: "click-1" }, "eventId", /UUID/],
  ["a day without a time", { interaction_type: "click", occurredAt: "2026-11-20" }, "occurredAt", /ISO datetime/],
  [
    "the 30th of February",
    { interaction_type: "click", occurredAt: "2026-02-30T00:00:00Z" },
    "occurredAt",
    /ISO datetime/,
  ],
  ["milliseconds", { interaction_type: "click", occurredAt: 1_763_640_000_000 }, "occurredAt", /expected string/],
  ["a context in words", { interaction_type: "click", context: "results" }, "context", /expected record/],
  ["a list of contexts", { interaction_type: "click", context: [1] }, "context", /expected record/],
  [
    "a nested context",
    { interaction_type: "click", context: { a: { b: 1 } } },
    "context.a",
    /must be a text, a number/,
  ],
  ["21 entries of context", { interaction_type: "click", context: entries(21) }, "context", /at most 20/],
  ["3 kB of context", { interaction_type: "click", context: { a: "é".repeat(1500) } }, "context", /2048 bytes/],
  ["a long key", { interaction_type: "click", context: { ["k".repeat(65)]: 1 } }, "context", /./],
  ["somebody's id", { interaction_type: "click", userId: crypto.randomUUID() }, "userId", /Unrecognized/],
  ["a label", { interaction_type: "click", label: 1 }, "label", /Unrecognized/],
];

describe.each(ENGINES)("bad input to tracking (%s database)", (engine) => {
  let deps: Deps;
  let caller: CallInput;
  let recommendationId: string;
  let userId: string;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    const somebody = await meetSomebody(deps, true);
    caller = { cookie: somebody.cookie };
    recommendationId = somebody.first.recommendationId;
    userId = somebody.userId;
  });
  afterAll(() => deps.close());

  const click = () => ({ recommendationId, interaction_type: "click", eventId: crypto.randomUUID() });
  const sendBatch = (events: unknown) => callApi("interactBatch", { ...caller, body: { events } });

  test.each(BAD_EVENTS)("%s is refused alone, and in a batch holds up nothing", async (_, event, field, words) => {
    const before = await countRows(deps);
    const problem = await getProblem("interact", { ...caller, params: { recommendationId }, body: event });
    expect(problem.status).toBe(400);
    const fault = problem.errors?.find((error) => error.field.startsWith(field));
    expect(fault?.message).toMatch(words);
    expect(await countRows(deps)).toEqual(before);
    const good = click();
    const { results } = await getReply("interactBatch", {
      ...caller,
      body: { events: [{ ...click(), interaction_type: undefined, ...event }, good] },
    });
    expect(results[0]).toMatchObject({ recorded: false, reason: "invalid" });
    expect(results[0]?.message).toContain(field);
    expect(results[1]).toEqual({ eventId: good.eventId, recorded: true });
    expect((await countRows(deps)).Interaction).toBe((before.Interaction ?? 0) + 1);
  });

  test("what is no batch is refused as a whole, and stores nothing", async () => {
    const before = await countRows(deps);
    const many = Array.from({ length: 101 }, click);
    const bodies: [unknown, RegExp][] = [
      [{ events: [] }, /events: /],
      [{ events: many }, /events: /],
      [{ events: "click" }, /events: /],
      [{ events: { 0: click() } }, /events: /],
      [{}, /events: /],
      [[click()], /expected object/],
      [{ events: [click()], sentBy: "me" }, /sentBy/],
      [null, /expected object/],
    ];
    for (const [body, words] of bodies) {
      const problem = await getProblem("interactBatch", { ...caller, body });
      expect([problem.status, problem.detail]).toEqual([400, expect.stringMatching(words)]);
    }
    expect(await countRows(deps)).toEqual(before);
  });

  test("100 events are taken at once, an event that is in a batch twice counts once", async () => {
    const events = Array.from({ length: 100 }, click);
    const twice = [...events.slice(0, 50), ...events.slice(0, 50)];
    const before = await deps.db.interaction.count({ where: { userId } });
    const first = await getReply("interactBatch", { ...caller, body: { events: twice } });
    expect(first.results.filter(({ recorded }) => recorded)).toHaveLength(50);
    expect(first.results.slice(50).every(({ reason }) => reason === "duplicate")).toBe(true);
    const second = await getReply("interactBatch", { ...caller, body: { events } });
    expect(second.results.filter(({ recorded }) => recorded)).toHaveLength(50);
    expect(await deps.db.interaction.count({ where: { userId } })).toBe(before + 100);
  });

  test("two megabytes are turned away before they are read, whatever the header claims", async () => {
    const before = await countRows(deps);
    const events = Array.from({ length: 100 }, () => ({ ...click(), context: { padding: "x".repeat(20_000) } }));
    for (const headers of [{}, { "content-length": "100" }] as Record<string, string>[]) {
      const reply = await callApi("interactBatch", { ...caller, headers, body: { events } });
      expect([reply.status, reply.contentType]).toEqual([413, "application/problem+json"]);
    }
    expect(await countRows(deps)).toEqual(before);
  });

  test("texts of any kind are kept as they are, but for what no database can keep", async () => {
    const eventId = crypto.randomUUID();
    const context = {
      "<script>alert(1)</script>": "<img src=x onerror=alert(1)>",
      quote: '\'; DROP TABLE "Interaction"; --',
      emoji: "🙂 naïve ‮right to left",
      halved: "🙂".slice(0, 1),
      nul: "a\0b",
      "k\0ey": "\\u0000",
      formula: '=HYPERLINK("http://x")',
      big: 1e300,
    };
    const body = JSON.stringify({ interaction_type: "click", eventId, context }).replace(
      '{"<script',
      '{"__proto__":1,"<script',
    );
    const reply = await callApi("interact", { ...caller, params: { recommendationId }, rawBody: body });
    expect(reply.status).toBe(202);
    const row = await deps.db.interaction.findFirstOrThrow({ where: { id: eventId } });
    expect(row.context).toMatchObject({
      ...{ "<script>alert(1)</script>": context["<script>alert(1)</script>"], quote: context.quote },
      ...{ emoji: context.emoji, halved: "\ufffd", nul: "ab", key: "\\u0000", formula: context.formula, big: 1e300 },
    });
    expect((await sendBatch([{ ...click(), context: { halved: "\udc00x" } }])).status).toBe(202);
  });

  test("a value that says nothing for its kind is not kept", async () => {
    const sent = { ...click(), interaction_value: 7 };
    await getReply("interactBatch", { ...caller, body: { events: [sent] } });
    expect(await deps.db.interaction.findFirstOrThrow({ where: { id: sent.eventId } })).toMatchObject({ value: null });
  });

  test("ids and cursors that are none are named", async () => {
    const bad = { recommendationId: "1' OR '1'='1" };
    for (const name of ["interact", "getRecommendationStats"] as const) {
      const problem = await getProblem(name, { ...caller, params: bad, body: { interaction_type: "click" } });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, "recommendationId"]);
    }
    const toCursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const id = crypto.randomUUID();
    const cursors = [
      ...[
        "x",
        toCursor(null),
        toCursor({}),
        toCursor({ at: "2026", id }),
        toCursor({ at: "2026-01-01T00:00:00Z", id: "x" }),
      ],
      toCursor({ at: "2026-01-01T00:00:00Z" }),
    ];
    for (const cursor of cursors) {
      const problem = await getProblem("getHistory", { ...caller, query: { cursor } });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, "cursor"]);
    }
    for (const limit of [0, 101, -1, "x", 1.5]) {
      expect((await getProblem("getHistory", { ...caller, query: { limit } })).status).toBe(400);
    }
    const distant = toCursor({ at: "0001-01-01T00:00:00.000Z", id });
    expect((await getReply("getHistory", { ...caller, query: { cursor: distant } })).items).toEqual([]);
  });

  test("a page of another site cannot make a visitor's browser tell anything", async () => {
    const headers = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
    const before = await countRows(deps);
    const params = { recommendationId };
    const forged = [
      await callApi("interact", { ...caller, headers, params, body: { interaction_type: "click" } }),
      await callApi("interactBatch", { ...caller, headers, body: { events: [click()] } }),
      await callApi("react", { ...caller, headers, params: { careerCode: "15-1252.00", kind: "dismiss" }, body: {} }),
    ];
    expect(forged.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await countRows(deps)).toEqual(before);
  });
});
