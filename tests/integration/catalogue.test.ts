import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { listNearestCareers, searchCareersByEmbedding } from "@/lib/db/careers";
import { getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import type { Deps } from "@/lib/use-cases/deps";
import { embedCareers } from "@/lib/use-cases/embed-careers";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { callApi, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const NEW_CODE = "99-0001.00";
const NEW_TITLE = "Glassharmonica Tuners";
const FORCED = { isForced: true, limit: 3 };
const STALE: { isForced: boolean; limit: number | null } = { isForced: false, limit: null };

describe.each(ENGINES)("the catalogue (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const embed = (options = STALE, other: Partial<Deps> = {}) => embedCareers({ ...deps, ...other }, options, () => {});
  const readStates = async () =>
    deps.db.$queryRaw<{ code: string; state: string }[]>`
      SELECT "code", concat("embeddingModel", "embeddingHash", "embedding"::text, "updatedAt") AS "state" FROM "Career" ORDER BY "code"`;

  /** A career as an administrator adds it: like another one, but by its own name. */
  async function addCareer(): Promise<void> {
    const model = await deps.db.career.findFirstOrThrow({ where: { code: "49-9063.00" } });
    const record = { ...(model.record as unknown as CatalogueCareer), code: NEW_CODE, title: NEW_TITLE };
    record.alternateTitles = [];
    record.keywords = ["glass harmonica", "singing glasses"];
    const { clusterId, abilityVector, schoolingLevel } = model;
    const searchText = `|${[NEW_TITLE, ...record.keywords].join("|").toLowerCase()}|`;
    const data = { code: NEW_CODE, title: NEW_TITLE, clusterId, abilityVector, schoolingLevel, searchText, record };
    await deps.db.career.create({ data });
  }
  const recommendAll = async () => {
    const answers = exampleAnswers({
      ratings: (at) => newVector[at] ?? 5,
      freeText: "singing glasses, glass harmonica",
    });
    const body = { answers, top_n: 50, diversity: false, weights: {} };
    return (await getReply("recommend", { body })).recommendations.map((row) => row.code);
  };
  let newVector: number[] = [];

  /** A second goes by: longer than anything that changed may stay unseen. */
  function passSecond(): void {
    const later = deps.nowMs() + 1000;
    deps.nowMs = () => later;
  }

  test("all 923 careers are there, embedded by one model", async () => {
    const rows = await deps.db.$queryRaw`SELECT count(*)::int AS "all", count("embedding")::int AS "embedded",
      count(DISTINCT "embeddingModel")::int AS "models" FROM "Career"`;
    expect(rows).toEqual([{ all: 923, embedded: 923, models: 1 }]);
  });

  test("preparing again changes not a single row", async () => {
    const before = await readStates();
    const steps: string[] = [];
    await prepareCatalogue(deps, (step, done) => steps.push(`${step} ${done}`));
    expect(steps.filter((step) => /[1-9]/.test(step))).toEqual([]);
    expect(await readStates()).toEqual(before);
    expect(await embed()).toEqual({ embedded: 0, upToDate: 923, left: 0 });
  });

  test("a forced or limited run embeds as many as it says", async () => {
    expect(await embed(FORCED)).toEqual({ embedded: 3, upToDate: 0, left: 920 });
    await deps.db
      .$executeRaw`UPDATE "Career" SET "embeddingHash" = 'old' WHERE "code" IN (SELECT "code" FROM "Career" ORDER BY "code" LIMIT 10)`;
    expect(await embed({ isForced: false, limit: 4 })).toEqual({ embedded: 4, upToDate: 913, left: 6 });
    expect(await embed({ isForced: false, limit: 0 })).toEqual({ embedded: 0, upToDate: 917, left: 6 });
    expect(await embed()).toEqual({ embedded: 6, upToDate: 917, left: 0 });
  });

  test("a career whose text changed is embedded anew, and only that one", async () => {
    const before = new Map((await readStates()).map((row) => [row.code, row.state]));
    const { record } = await deps.db.career.findUniqueOrThrow({ where: { code: "15-1252.00" } });
    const keywords = [...(record as { keywords: string[] }).keywords, "submarine sandwiches"];
    await deps.db.career.update({
      where: { code: "15-1252.00" },
      data: { record: { ...(record as object), keywords } },
    });
    expect(await embed()).toEqual({ embedded: 1, upToDate: 922, left: 0 });
    const changed = (await readStates()).filter((row) => before.get(row.code) !== row.state);
    expect(changed.map((row) => row.code)).toEqual(["15-1252.00"]);
  });

  test("a new career is found and recommended within a second of being embedded", async () => {
    await getCareerSnapshot(deps);
    await addCareer();
    newVector = (await deps.db.career.findUniqueOrThrow({ where: { code: NEW_CODE } })).abilityVector;
    expect(await embed()).toEqual({ embedded: 1, upToDate: 923, left: 0 });
    const [first] = (await getReply("searchCareers", { query: { q: "singing glasses" } })).items;
    expect(first?.code).toBe(NEW_CODE);
    passSecond();
    expect(await recommendAll()).toContain(NEW_CODE);
    expect((await getReply("getCareer", { params: { code: NEW_CODE } })).title).toBe(NEW_TITLE);
  });

  test("a newer shipped catalogue leaves an added career, a deactivation and fresh embeddings alone", async () => {
    await deps.db.career.update({ where: { code: "15-1253.00" }, data: { isActive: false } });
    const catalogue = { ...deps.catalogue, hash: "a newer one" };
    await prepareCatalogue({ ...deps, catalogue }, () => {});
    expect((await countRows(deps)).Career).toBe(924);
    const added = await deps.db.career.findUniqueOrThrow({ where: { code: NEW_CODE } });
    expect([added.isActive, added.title, added.embeddingModel]).toEqual([true, NEW_TITLE, "waymark-embed-1"]);
    expect((await deps.db.career.findUniqueOrThrow({ where: { code: "15-1253.00" } })).isActive).toBe(false);
    // The catalogue's own text is back, and with it its embedding.
    expect(await embed()).toEqual({ embedded: 0, upToDate: 923, left: 0 });
    expect((await getReply("searchCareers", { query: { q: "submarine sandwiches" } })).items[0]?.code).not.toBe(
      "15-1252.00",
    );
  });

  test("a deactivated career is in no list, search, ranking or count, but its page still opens", async () => {
    passSecond();
    const shown = await recommendAll();
    const [code = ""] = shown;
    const { title, clusterId } = await getReply("getCareer", { params: { code } });
    const countOf = async () =>
      (await getReply("listClusters")).clusters.find(({ id }) => id === clusterId)?.careerCount ?? 0;
    const count = await countOf();
    const [neighbour] = (await getReply("listSimilarCareers", { params: { code } })).items;
    await deps.db.$executeRaw`UPDATE "Career" SET "isActive" = false WHERE "code" = ${code}`;
    passSecond();
    expect(await recommendAll()).not.toContain(code);
    for (const other of [{}, { embedder: null }]) {
      Object.assign(deps, other);
      const found = await getReply("searchCareers", { query: { q: title, limit: 50 } });
      expect(found.items.map((item) => item.code)).not.toContain(code);
      const near = await getReply("listSimilarCareers", {
        params: { code: neighbour?.code ?? "" },
        query: { limit: 50 },
      });
      expect(near.items.map((item) => item.code)).not.toContain(code);
    }
    const { items } = await getReply("listCareers", { query: { cluster: clusterId, limit: 50 } });
    expect(items.map((item) => item.code)).not.toContain(code);
    expect(await countOf()).toBe(count - 1);
    expect((await callApi("getCareer", { params: { code } })).status).toBe(200);
  });

  test("vectors of another model are never compared", async () => {
    const vector = Float32Array.from({ length: 384 }, () => 1 / Math.sqrt(384));
    const model = "another-model";
    const query = { vector, text: "nurse", model, filters: {}, limit: 50 };
    expect(await searchCareersByEmbedding(deps.db, query)).toEqual([]);
    expect(await listNearestCareers(deps.db, { code: "15-1252.00", model, limit: 50 })).toEqual([]);
    const embedder = {
      model,
      embed: async (texts: readonly string[]) => texts.map(() => vector),
      countKnownWords: () => 1,
    };
    expect((await embed({ isForced: false, limit: 5 }, { embedder })).embedded).toBe(5);
    expect(await searchCareersByEmbedding(deps.db, query)).toHaveLength(5);
    expect(await searchCareersByEmbedding(deps.db, { ...query, model: "waymark-embed-1" })).toHaveLength(50);
    const snapshot = await getCareerSnapshot({ ...deps, embedder, snapshot: { current: null, checkedAtMs: 0 } });
    expect(snapshot.careers).toHaveLength(5);
  });
});
