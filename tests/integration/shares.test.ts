import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecommendReply } from "@/lib/contracts/results";
import { SHARE_LINKS_MAX, SharedListSchema } from "@/lib/contracts/share";
import type { Deps } from "@/lib/use-cases/deps";
import { getSharedList } from "@/lib/use-cases/get-shared-list";
import { callApi, getProblem, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const WORDS = "I love fixing engines and old motorbikes";

describe.each(ENGINES)("shared lists (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function newPerson(): Promise<{ cookie: string; sessionId: string; list: RecommendReply }> {
    const reply = await callApi("recommend", { body: { answers: exampleAnswers({ freeText: WORDS }) } });
    const list = reply.json as RecommendReply;
    return { cookie: toCookie(reply) ?? "", sessionId: list.sessionId, list };
  }
  type Person = Awaited<ReturnType<typeof newPerson>>;

  const share = ({ cookie, sessionId }: Person, recommendationId?: string) =>
    getReply("shareResults", { params: { sessionId }, cookie, body: { recommendationId } });
  const revoke = ({ cookie }: Person, shareId: string) => getReply("revokeShare", { params: { shareId }, cookie });
  const links = async ({ cookie }: Person) => (await getReply("listShares", { cookie })).items;
  const rerank = ({ cookie, sessionId }: Person) =>
    getReply("recommend", { cookie, body: { sessionId, weights: { salary: 1 }, top_n: 8 } });
  const shown = async (id: string) => (await getSharedList(deps, id)).careers.map(({ code }) => code);

  test("a link shows the list as it was, and nothing of the person", async () => {
    const person = await newPerson();
    const { id, url } = await share(person);
    expect(url).toBe(`/s/${id}`);
    const shared = await getSharedList(deps, id);
    expect(SharedListSchema.strict().parse(shared)).toEqual(shared);
    expect(shared.careers.map(({ rank, title, score }) => ({ rank, title, score }))).toEqual(
      person.list.recommendations.map(({ rank, career, score }) => ({ rank, title: career, score })),
    );
    const session = await deps.db.quizSession.findFirstOrThrow({ where: { id: person.sessionId } });
    const text = JSON.stringify(shared);
    const reasons = person.list.recommendations.flatMap(({ explanation }) => Object.values(explanation).flat());
    const ids = person.list.recommendations.map(({ recommendationId }) => recommendationId);
    for (const secret of [session.userId, person.sessionId, WORDS, ...ids, ...reasons]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/embedding|ability|parts|explanation|saved|note/i);
  });

  test("the same list has one link, another order has its own, and any row names its list", async () => {
    const person = await newPerson();
    const first = await share(person);
    expect(await share(person)).toEqual(first);
    const later = await rerank(person);
    const second = await share(person);
    expect(second.id).not.toBe(first.id);
    expect(await shown(second.id)).toEqual(later.recommendations.map(({ code }) => code));
    expect(await shown(first.id)).toEqual(person.list.recommendations.map(({ code }) => code));
    expect(await share(person, person.list.recommendations[3]?.recommendationId)).toEqual(first);
    expect(await links(person)).toMatchObject([
      { id: second.id, sessionId: person.sessionId, careers: later.recommendations.map(({ career }) => career) },
      { id: first.id },
    ]);
  });

  test("a quiz whose list was never shown is shared with its first list", async () => {
    const reply = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
    const { sessionId } = reply.json as { sessionId: string };
    const { id } = await share({ cookie: toCookie(reply) ?? "", sessionId, list: {} as RecommendReply });
    expect(await shown(id)).toHaveLength(5);
  });

  test("a link that was taken back works no more, at once; sharing again makes another", async () => {
    const person = await newPerson();
    const { id } = await share(person);
    expect(await revoke(person, id)).toEqual({ done: true });
    await expect(getSharedList(deps, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await revoke(person, id)).toEqual({ done: true });
    expect(await links(person)).toEqual([]);
    const again = await share(person);
    expect(again.id).not.toBe(id);
    expect(await shown(again.id)).toHaveLength(5);
  });

  test("nobody shares, sees or takes back a list of somebody else: for them it does not exist", async () => {
    const owner = await newPerson();
    const other = await newPerson();
    const { id } = await share(owner);
    const problems = [
      await getProblem("shareResults", { params: { sessionId: owner.sessionId }, cookie: other.cookie, body: {} }),
      await getProblem("shareResults", {
        params: { sessionId: other.sessionId },
        cookie: other.cookie,
        body: { recommendationId: owner.list.recommendations[0]?.recommendationId },
      }),
      await getProblem("revokeShare", { params: { shareId: id }, cookie: other.cookie }),
    ];
    expect(problems.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await links(other)).toEqual([]);
    expect(await shown(id)).toHaveLength(5);
    for (const name of ["shareResults", "listShares", "revokeShare"] as const) {
      const params = { sessionId: owner.sessionId, shareId: id };
      expect((await getProblem(name, { params, body: {} })).status).toBe(401);
    }
  });

  test("a career that the catalogue no longer offers stays in a list that was shared, and says so", async () => {
    const person = await newPerson();
    const { id } = await share(person);
    const code = person.list.recommendations[1]?.code ?? "";
    await deps.db.career.update({ where: { code }, data: { isActive: false } });
    try {
      const { careers } = await getSharedList(deps, id);
      expect(careers.map((career) => [career.code, career.isActive])).toEqual(
        person.list.recommendations.map((row) => [row.code, row.code !== code]),
      );
    } finally {
      await deps.db.career.update({ where: { code }, data: { isActive: true } });
    }
  });

  test("there is a limit to how many links work at a time", async () => {
    const person = await newPerson();
    const { userId } = await deps.db.quizSession.findFirstOrThrow({ where: { id: person.sessionId } });
    const data = Array.from({ length: SHARE_LINKS_MAX }, () => ({
      userId,
      id: crypto.randomUUID(),
      slateId: crypto.randomUUID(),
    }));
    await deps.db.shareLink.createMany({ data });
    const input = { params: { sessionId: person.sessionId }, cookie: person.cookie, body: {} };
    expect((await getProblem("shareResults", input)).status).toBe(409);
    await revoke(person, data[0]?.id ?? "");
    expect(await shown((await share(person)).id)).toHaveLength(5);
  });
});
