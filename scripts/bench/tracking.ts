/** How long tracking takes: events and batches on the embedded database, figures over a million interactions on a server. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { InteractBatchRequestSchema, InteractRequestSchema } from "@/lib/contracts/interactions";
import { INTERACTION_KINDS } from "@/lib/engine/ranking/interaction-label";
import { getEnv } from "@/lib/env";
import type { Actor } from "@/lib/use-cases/actor";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { getHistory } from "@/lib/use-cases/get-history";
import { getRecommendationStats } from "@/lib/use-cases/get-recommendation-stats";
import { interact, interactBatch } from "@/lib/use-cases/interact";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import type { Table } from "../report";
import { withTemporaryDeps } from "../with-deps";
import { measure } from "./measure";
import { findPlanted, type PlantedSize, plantInteractions } from "./planted-interactions";

const RUNS = 500;
const BATCH = 100;
/** A browser's queue on the embedded database of one person's machine, and a site that is in use. */
const SMALL: PlantedSize = { people: 500, lists: 1000, interactions: 20_000 };
const LARGE: PlantedSize = { people: 5000, lists: 10_000, interactions: 1_000_000 };

type Rows = Table["rows"];

export async function benchTracking(): Promise<Table[]> {
  const embedded: Rows = [];
  await withTemporaryDeps(async (deps, snapshot) => {
    await plantInteractions(deps, toCodes(snapshot), SMALL);
    embedded.push(...(await timeWrites(deps)), ...(await timeReads(deps, toCodes(snapshot))));
  });
  const note = `One call at a time, after a warm-up, parsing included; ${count(SMALL.interactions)} interactions are there already.`;
  const tables = [{ name: "Tracking, embedded database", note, rows: embedded }];
  const url = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (url) return [...tables, await benchServerDatabase(url)];
  console.warn("\nNo figures over a million interactions: they need a PostgreSQL server in TEST_DATABASE_URL.\n");
  return tables;
}

const count = (value: number): string => value.toLocaleString("en-US");
const toCodes = (snapshot: { careers: readonly { code: string }[] }): string[] =>
  snapshot.careers.map(({ code }) => code);

const toActor = (userId: string): Actor => ({
  ...{ userId, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false },
});

async function timeWrites(deps: Deps): Promise<Rows> {
  const shown = await deps.db.impression.findMany({ take: 5000, orderBy: { id: "asc" } });
  const pick = (at: number) => {
    const impression = shown[at % shown.length];
    if (impression === undefined) throw new Error("nothing was shown");
    return { actor: toActor(impression.userId), recommendationId: impression.id };
  };
  const tell = (at: number, body: object) => {
    const { actor, recommendationId } = pick(at);
    return interact(deps, actor, {
      ...InteractRequestSchema.parse({ eventId: randomUUID(), ...body }),
      recommendationId,
    });
  };
  const own = shown.filter(({ userId }) => userId === shown[0]?.userId);
  const makeBatch = () =>
    JSON.stringify({
      events: Array.from({ length: BATCH }, (_, i) => ({
        recommendationId: own[i % own.length]?.id,
        eventId: randomUUID(),
        interaction_type: INTERACTION_KINDS[i % INTERACTION_KINDS.length],
        interaction_value: 3,
        context: { surface: "results" },
        occurredAt: new Date().toISOString(),
      })),
    });
  const send = (text: string) =>
    interactBatch(deps, toActor(own[0]?.userId ?? ""), InteractBatchRequestSchema.parse(JSON.parse(text)));
  const batches = Array.from({ length: 2 * RUNS }, makeBatch);
  const take = (at: number) => batches[at % batches.length] ?? "";
  const view = { interaction_type: "view", interaction_value: 12 };
  return [
    { what: "interact: a view", ...(await measure((i) => tell(i, view), RUNS)) },
    {
      what: "interact: a save, which is kept as well",
      ...(await measure((i) => tell(i, { interaction_type: "save" }), RUNS)),
    },
    { what: "interact: a batch of 100, all kinds", ...(await measure((i) => send(take(i)), RUNS / 2)) },
    { what: "interact: a batch of 100, sent before", ...(await measure((i) => send(take(i)), RUNS / 2)) },
  ];
}

async function timeReads(deps: Deps, codes: readonly string[]): Promise<Rows> {
  const rows: Rows = [];
  for (const [name, code] of [
    ["the most popular career", codes[0]],
    ["an ordinary career", codes[400]],
  ] as const) {
    const { userId, recommendationId, impressions, interactions } = await findPlanted(deps, code ?? "");
    const actor = toActor(userId);
    rows.push({
      what: `stats: ${name} (${count(interactions)} interactions, ${count(impressions)} impressions)`,
      ...(await measure(() => getRecommendationStats(deps, actor, recommendationId), RUNS)),
    });
    if (name === "an ordinary career") continue;
    const own = await deps.db.interaction.count({ where: { userId } });
    rows.push({
      what: `history: figures and 20 of ${count(own)} items`,
      ...(await measure(() => getHistory(deps, actor, { limit: 20 }), RUNS)),
    });
  }
  return rows;
}

/** In a database of its own on the server, which is dropped again. */
async function benchServerDatabase(url: string): Promise<Table> {
  const name = `waymark_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  try {
    const own = new URL(url);
    own.pathname = `/${name}`;
    const deps = await openDeps({ ...getEnv(), DATABASE_URL: own.href });
    try {
      await prepareCatalogue(deps, () => {});
      return await timeServer(deps);
    } finally {
      await deps.close();
    }
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

async function timeServer(deps: Deps): Promise<Table> {
  const careers = await deps.db.career.findMany({ select: { code: true }, orderBy: { code: "asc" } });
  const codes = careers.map(({ code }) => code);
  console.log(`Planting ${count(LARGE.interactions)} interactions, twice: a minute or two.`);
  await plantInteractions(deps, codes, LARGE);
  const rows = [...(await timeReads(deps, codes)), ...(await timeWrites(deps))];
  const [only = ""] = codes;
  await plantInteractions(deps, [only], LARGE);
  const { userId, recommendationId, impressions, interactions } = await findPlanted(deps, only);
  rows.push({
    what: `stats: everything about one career (${count(interactions)} interactions, ${count(impressions)} impressions)`,
    ...(await measure(() => getRecommendationStats(deps, toActor(userId), recommendationId), RUNS)),
  });
  const note = `PostgreSQL on the same machine; ${count(LARGE.interactions)} interactions of ${count(LARGE.people)} people, careers shown by Zipf's law.`;
  return { name: "Tracking, PostgreSQL server", note, rows };
}
