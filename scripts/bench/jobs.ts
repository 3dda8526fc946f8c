/** How long a page of the feed takes and how much of the nearest jobs it misses: 100,000 jobs on a server, 20,000 on the embedded database. */
import os from "node:os";
import pg from "pg";
import { DiscoverQuerySchema, JobFiltersSchema } from "@/lib/contracts/jobs";
import { CANDIDATES_MAX, type CandidateQuery, listCandidates, listCandidatesExactly } from "@/lib/db/job-candidates";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { getEnv } from "@/lib/env";
import type { Actor } from "@/lib/use-cases/actor";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { discoverJobs } from "@/lib/use-cases/jobs/discover-jobs";
import { findJobSeeker } from "@/lib/use-cases/jobs/job-seeker";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import type { Table } from "../report";
import { withTemporaryDeps } from "../with-deps";
import { measure } from "./measure";
import { plantJobs, plantSeekers } from "./planted-jobs";

const SERVER_JOBS = 100_000;
const EMBEDDED_JOBS = 20_000;
const PEOPLE = 100;
const SWIPES_EACH = 60;
const RUNS = 100;
const RECALL_PEOPLE = 30;

/** As a query string has them. */
export const BENCH_FILTERS: Record<string, Record<string, string>> = {
  "no filter": {},
  remote: { remote: "true" },
  "a city (2%)": { location: "City 7," },
  "two levels": { seniority: "MID,SENIOR" },
  "pay of 90,000": { salary_min: "90000" },
  "an industry": { cluster: "nursing-therapy" },
  "an occupation": { career: "15-1252.00" },
  "a skill": { skills: "Python" },
  "remote, two levels and pay": { remote: "true", seniority: "MID,SENIOR", salary_min: "80000" },
};

export async function benchJobs(): Promise<Table[]> {
  const tables: Table[] = [];
  await withTemporaryDeps(async (deps) => {
    tables.push(await timeJobs(deps, await plant(deps, EMBEDDED_JOBS), EMBEDDED_JOBS));
  });
  const url = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (url) return [...tables, await benchServer(url)];
  console.warn("\nNo figures over 100,000 jobs: they need a PostgreSQL server in TEST_DATABASE_URL.\n");
  return tables;
}

/** In a database of its own on the server, which is dropped again. */
async function benchServer(url: string): Promise<Table> {
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
      return await timeJobs(deps, await plant(deps, SERVER_JOBS), SERVER_JOBS);
    } finally {
      await deps.close();
    }
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

async function plant(deps: Deps, count: number): Promise<string[]> {
  console.log(`Planting ${count.toLocaleString("en-US")} jobs: a minute or two.`);
  await plantJobs(deps, count);
  const people = await plantSeekers(deps, PEOPLE, SWIPES_EACH);
  // Makes everybody's profile, which is embedded once.
  for (const userId of people) await findJobSeeker(deps, userId);
  return people;
}

const toActor = (userId: string): Actor => ({
  ...{ userId, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false },
});

/** One call after another by people in turn, each of whom begins anew; the next page goes on from a first one. */
export async function timeJobs(deps: Deps, people: readonly string[], jobCount: number): Promise<Table> {
  const rng = createRng(3);
  const pick = () => people[rng.integer(people.length)] ?? "";
  const rows: Table["rows"] = [];
  for (const [what, filters] of Object.entries(BENCH_FILTERS)) {
    const query = DiscoverQuerySchema.parse(filters);
    const timing = await measure(() => discoverJobs(deps, toActor(pick()), query), RUNS);
    rows.push({ what: `first page, ${what}`, ...timing, "recall@300": await measureRecall(deps, people, filters) });
  }
  const cursors = new Map<string, string>();
  for (const userId of people) {
    const { reply } = await discoverJobs(deps, toActor(userId), DiscoverQuerySchema.parse({}));
    cursors.set(userId, reply.nextCursor ?? "");
  }
  const next = async () => {
    const userId = pick();
    await discoverJobs(deps, toActor(userId), DiscoverQuerySchema.parse({ cursor: cursors.get(userId) }));
  };
  rows.push({ what: "next page", ...(await measure(next, RUNS)), "recall@300": "" });
  const load = os.loadavg()[0]?.toFixed(1) ?? "";
  const note = `${jobCount.toLocaleString("en-US")} open jobs of all occupations, ${people.length} people with ${SWIPES_EACH} swipes; 20 jobs a page, everything included but HTTP. Recall: the share of the 300 nearest jobs that are candidates. Load average ${load}.`;
  return { name: `The feed of jobs, ${deps.dbEngine} database`, note, rows };
}

async function measureRecall(deps: Deps, people: readonly string[], filters: Record<string, string>): Promise<number> {
  const shares: number[] = [];
  for (const userId of people.slice(0, RECALL_PEOPLE)) {
    const seeker = await findJobSeeker(deps, userId);
    if (seeker === null) throw new Error("a planted person is gone");
    const { skills, ...parsed } = JobFiltersSchema.parse(filters);
    const query: CandidateQuery = {
      ...{ userId, preferences: seeker.preferences, vector: seeker.vector, model: deps.embedder?.model ?? null },
      ...{
        filters: { ...parsed, skills: skills?.map((skill) => [skill.toLowerCase()]) },
        shownIds: [],
        isLearned: false,
      },
    };
    const found = new Set((await listCandidates(deps.db, deps.dbEngine, query)).map(({ id }) => id));
    const nearest = await listCandidatesExactly(deps.db, deps.dbEngine, query);
    if (nearest.length > CANDIDATES_MAX) throw new Error("too many candidates");
    shares.push(nearest.filter(({ id }) => found.has(id)).length / Math.max(1, nearest.length));
  }
  return mean(shares);
}
