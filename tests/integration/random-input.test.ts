import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API } from "@/lib/contracts/api";
import type { Operation } from "@/lib/contracts/operation";
import { ProblemSchema } from "@/lib/contracts/problem";
import { QUESTIONS } from "@/lib/engine/profile/questions";
import { INTERACTION_KINDS } from "@/lib/engine/ranking/interaction-label";
import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, type OperationName } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";
import { makeJob } from "./job-calls";
import { meetSomebody } from "./people";

const CODE = "15-1252.00";
const answers = exampleAnswers();

// Texts of every kind, halves of surrogate pairs, NULs, numbers in words and words that mean something to SQL or JavaScript.
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("", "\0", "%", "_", "\\", "'", "\ud800", "\udfff", "NaN", "-0", "1e999", "0x10", "null", "__proto__"),
);
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 60 }),
  fc.constantFrom(1e21, -1e21, 2 ** 53, 2 ** 63, 1e300, 5e-324, -0),
);
const anyJson = fc.oneof(fc.jsonValue(), anyText, anyNumber, fc.constantFrom(null, true, [], {}));

/** Now and then what belongs in a place, so that some of it gets further than the first check. */
const mostly = <T>(fitting: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: anyJson });

const anyAnswers = fc.oneof(
  fc.constant(answers),
  fc.array(fc.record({ questionId: mostly(fc.constantFrom(...QUESTIONS.map(({ id }) => id))), value: anyJson }), {
    maxLength: 22,
  }),
  fc
    .tuple(fc.nat(18), anyJson)
    .map(([at, value]) => answers.map((answer, i) => (i === at ? { ...answer, value } : answer))),
  anyText.map((text) => exampleAnswers({ freeText: text })),
);
const anyWeights = fc.dictionary(mostly(fc.constantFrom("salary", "growth", "ai", "values")).map(String), anyNumber, {
  maxKeys: 4,
});

/** A body with some of these fields, and at times one that nobody asked for. */
const withFields = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.record(fields, { requiredKeys: [] }), fc.option(fc.tuple(anyText, anyJson), { freq: 6 }))
    .map(([body, extra]) => (extra === null ? body : { ...body, [extra[0]]: extra[1] }));

/** What belongs into an address and a body: a quiz of the caller's and what it showed them. */
type Fitting = { sessionId: string; recommendationId: string; jobId: string };

function toBodies({ sessionId, recommendationId, jobId }: Fitting): Record<string, fc.Arbitrary<unknown>> {
  const event = {
    interaction_type: mostly(fc.constantFrom(...INTERACTION_KINDS)),
    interaction_value: mostly(fc.double({ min: -1, max: 6 })),
    context: mostly(fc.dictionary(anyText, anyJson, { maxKeys: 4 })),
    eventId: mostly(fc.uuid()),
    occurredAt: mostly(fc.date({ noInvalidDate: true }).map((date) => date.toJSON())),
  };
  const batchEvent = withFields({ ...event, recommendationId: mostly(fc.constant(recommendationId)) });
  const id = mostly(fc.constantFrom(sessionId, crypto.randomUUID()));
  const careerCode = mostly(fc.constantFrom(CODE, "99-9999.99"));
  return {
    submitQuiz: withFields({ answers: anyAnswers }),
    recommend: withFields({
      ...{ sessionId: id, top_n: mostly(fc.integer({ min: 1, max: 50 })), alpha: mostly(anyNumber) },
      ...{ answers: fc.option(anyAnswers, { nil: undefined, freq: 2 }), diversity: mostly(fc.boolean()) },
      ...{ weights: mostly(anyWeights), details: mostly(fc.boolean()) },
    }),
    saveCareer: withFields({ sessionId: id, careerCode, saved: mostly(fc.boolean()) }),
    viewCareer: withFields({ sessionId: id, careerCode, durationSeconds: anyNumber }),
    interact: withFields(event),
    interactBatch: withFields({ events: mostly(fc.array(mostly(batchEvent), { maxLength: 5 })) }),
    swipeJob: withFields({
      ...{ jobId: mostly(fc.constantFrom(jobId, crypto.randomUUID())), direction: mostly(fc.constant("RIGHT")) },
      reasons: mostly(fc.array(fc.constantFrom("pay", "field", "other"), { maxLength: 3 })),
    }),
    interactJobs: withFields({
      events: mostly(
        fc.array(
          withFields({
            ...{ eventId: mostly(fc.uuid()), jobId: mostly(fc.constant(jobId)), action: mostly(fc.constant("view")) },
            ...{ seconds: mostly(anyNumber), recommendationId: mostly(fc.uuid()), occurredAt: event.occurredAt },
          }),
          { maxLength: 4 },
        ),
      ),
    }),
    updateJobPreferences: withFields({
      ...{ remoteOnly: mostly(fc.boolean()), salaryMin: mostly(anyNumber), deniedSkills: mostly(fc.array(anyText)) },
      ...{ hiddenClusters: mostly(fc.array(anyText)), hiddenLocations: mostly(fc.array(anyText)) },
      hiddenCompanies: mostly(fc.array(fc.record({ id: mostly(fc.uuid()), name: mostly(anyText) }), { maxLength: 3 })),
    }),
    react: withFields({ value: mostly(fc.constantFrom(1, 4.5, 6)), eventId: mostly(fc.uuid()) }),
  };
}

const anyCursor = fc.oneof(
  anyText,
  fc
    .record({
      sort: fc.constantFrom("title", "salary", "growth", "openings"),
      key: fc.oneof(anyText, anyNumber),
      code: fc.constantFrom(CODE, "\0"),
    })
    .map((cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url")),
);
const anyQuery = fc
  .oneof(
    fc.record(
      {
        ...{
          q: anyText,
          cursor: anyCursor,
          cluster: anyText,
          limit: fc.oneof(anyText, fc.integer({ min: 1, max: 50 }).map(String)),
        },
        sort: fc.oneof(anyText, fc.constantFrom("title", "salary", "growth", "openings")),
        schooling: fc.oneof(anyText, fc.constantFrom("none", "bachelor")),
        ...{
          remote: fc.constantFrom("true", "1"),
          location: anyText,
          skills: anyText,
          seniority: fc.constantFrom("MID", ","),
        },
        ...{ salary_min: anyNumber.map(String), career: fc.constantFrom(CODE, "\0") },
        ...{ wage_min: anyNumber.map(String), growth_min: anyNumber.map(String) },
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(anyText, anyText, { maxKeys: 4 }),
  )
  .map((query) => new URLSearchParams(Object.entries(query)).toString());
const rawQuery = fc.oneof(
  { weight: 9, arbitrary: anyQuery },
  { weight: 1, arbitrary: fc.constantFrom("q=%00", "q=%ff%fe", "q=%", "&&==", "q[]=1", "__proto__=1") },
);

const mapKeys = <T>(record: object, map: (key: string) => T): Record<string, T> =>
  Object.fromEntries(Object.keys(record).map((key) => [key, map(key)]));

describe.each(ENGINES)("random input (%s database)", (engine) => {
  let deps: Deps;
  let fitting: Fitting;
  let cookie: string;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    const somebody = await meetSomebody(deps, true);
    cookie = somebody.cookie;
    const about = { sessionId: somebody.sessionId, recommendationId: somebody.first.recommendationId };
    fitting = { ...about, jobId: await makeJob(deps) };
  });
  afterAll(() => deps.close());

  async function expectHarmless(name: OperationName, input: CallInput): Promise<void> {
    const reply = await callApi(name, { cookie, ...input });
    const { mediaType, status = 200 }: Operation = API[name];
    if (reply.status === status) {
      expect(reply.contentType).toBe(mediaType ?? "application/json");
      if (mediaType === undefined) API[name].reply.parse(reply.json);
    } else {
      expect(reply.contentType).toBe("application/problem+json");
      const problem = ProblemSchema.parse(reply.json);
      // A guest is turned away from what is for accounts and admins.
      expect([400, 401, 404, 409, 413, 415]).toContain(problem.status);
      expect(problem.detail).not.toMatch(/prisma|postgres|node_modules|syntax error at/i);
    }
  }

  test.each(Object.keys(API) as OperationName[])(
    "%s never fails on our side, and always answers in JSON",
    async (name) => {
      const operation: Operation = API[name];
      const { sessionId, recommendationId, jobId } = fitting;
      const params: Record<string, string> = {
        ...{ code: CODE, careerCode: CODE, sessionId, assessmentId: sessionId, recommendationId, jobId, kind: "rate" },
      };
      const place = (key: string) => fc.oneof(fc.constant(params[key] ?? sessionId), anyText);
      const input: fc.Arbitrary<CallInput> = fc.record({
        ...(operation.params === undefined ? {} : { params: fc.record(mapKeys(operation.params.shape, place)) }),
        query: rawQuery,
        ...(operation.body === undefined
          ? {}
          : { rawBody: (toBodies(fitting)[name] ?? anyJson).map((body) => JSON.stringify(body)) }),
      });
      const options = { numRuns: 60, seed: 20_261_120, interruptAfterTimeLimit: 15_000 };
      await fc.assert(
        fc.asyncProperty(input, (call) => expectHarmless(name, call)),
        options,
      );
    },
  );

  test("any bytes as a body are answered", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((json) => new TextEncoder().encode(json)),
    );
    const type = fc.constantFrom(
      "application/json",
      "application/json; charset=utf-8",
      "application/problem+json",
      "text/html",
    );
    await fc.assert(
      fc.asyncProperty(bytes, type, (rawBody, contentType) =>
        expectHarmless("submitQuiz", { rawBody: Uint8Array.from(rawBody), contentType }),
      ),
      { numRuns: 80, seed: 7, interruptAfterTimeLimit: 10_000 },
    );
  });
});
