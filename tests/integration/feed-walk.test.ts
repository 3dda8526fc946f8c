import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRng, type Rng } from "@/lib/engine/math/random";
import type { Deps } from "@/lib/use-cases/deps";
import { getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeSeeker } from "./job-calls";

type Step = "page" | "add" | "close" | "swipe" | "reopen";
const STEPS: readonly Step[] = ["page", "page", "page", "add", "close", "swipe", "reopen"];

/** What is true of the jobs while somebody pages through them. */
type Model = {
  open: Set<string>;
  closed: Set<string>;
  swiped: Set<string>;
  seen: string[];
};

describe.each(ENGINES)("paging while jobs come, go and are swiped (%s database)", (engine) => {
  let deps: Deps;
  const companyId = crypto.randomUUID();

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    await deps.db.company.create({ data: { id: companyId, name: "Coming and going" } });
  });
  afterAll(() => deps.close());

  async function addJobs(model: Model, count: number, rng: Rng): Promise<void> {
    const jobs = Array.from({ length: count }, () => ({
      ...{ id: crypto.randomUUID(), companyId, source: "csv", title: "Clerk" },
      postedAt: new Date(Date.now() - rng.integer(1000) * 3_600_000),
    }));
    await deps.db.job.createMany({ data: jobs });
    for (const { id } of jobs) model.open.add(id);
  }

  const pick = (of: Iterable<string>, rng: Rng): string | undefined => {
    const all = [...of].toSorted();
    return all.length === 0 ? undefined : all[rng.integer(all.length)];
  };

  async function setOpen(model: Model, id: string, isActive: boolean): Promise<void> {
    await deps.db.job.update({ where: { id }, data: { isActive } });
    (isActive ? model.open : model.closed).add(id);
    (isActive ? model.closed : model.open).delete(id);
  }

  async function takeStep(step: Step, model: Model, cookie: string, rng: Rng): Promise<void> {
    if (step === "add") return addJobs(model, 1 + rng.integer(4), rng);
    const id = pick(step === "reopen" ? model.closed : model.open, rng);
    if (id === undefined) return;
    if (step === "close" || step === "reopen") return setOpen(model, id, step === "reopen");
    if (model.swiped.has(id)) return;
    const direction = rng.uniform() < 0.5 ? "LEFT" : "RIGHT";
    await getReply("swipeJob", { cookie, body: { jobId: id, direction } });
    model.swiped.add(id);
  }

  test.each([1, 2, 3, 4, 5, 6])(
    "no job comes twice, none is missed and none comes that is gone (seed %i)",
    async (seed) => {
      const rng = createRng(seed);
      await deps.db.job.deleteMany();
      const model: Model = { open: new Set(), closed: new Set(), swiped: new Set(), seen: [] };
      // More than one ranking holds, so that feeds follow one another.
      await addJobs(model, 20 + (seed % 2) * 310, rng);
      const { cookie } = await makeSeeker(deps, seed % 3 === 0 ? { headline: "Office clerk" } : {});
      let query: Record<string, string | number> = { limit: 1 + rng.integer(20) };
      for (let isOver = false; !isOver; ) {
        const step = STEPS[rng.integer(STEPS.length)] ?? "page";
        if (step !== "page") {
          await takeStep(step, model, cookie, rng);
          continue;
        }
        const page = await getReply("discoverJobs", { cookie, query });
        const ids = page.items.map(({ id }) => id);
        for (const id of ids) {
          expect(model.open.has(id), `${id} is closed`).toBe(true);
          expect(model.swiped.has(id), `${id} was swiped`).toBe(false);
          expect(model.seen, `${id} came before`).not.toContain(id);
          model.seen.push(id);
        }
        const firstPosition = model.seen.length - ids.length + 1;
        expect(page.items.map(({ position }) => position)).toEqual(ids.map((_, i) => firstPosition + i));
        if (page.hasMore) expect(ids).toHaveLength(Number(query.limit));
        expect(page.nextCursor === null).toBe(!page.hasMore);
        isOver = !page.hasMore;
        if (page.nextCursor !== null) query = { limit: 1 + rng.integer(20), cursor: page.nextCursor };
      }
      const missed = [...model.open].filter((id) => !model.swiped.has(id) && !model.seen.includes(id));
      expect(missed).toEqual([]);
    },
  );
});
