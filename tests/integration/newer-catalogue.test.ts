import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { saveCatalogue } from "@/lib/db/catalogue";
import type { Deps } from "@/lib/use-cases/deps";
import { ENGINES, openTestDeps } from "./each-engine";

const FIRST = "15-1252.00";
const SECOND = "29-1141.00";
const ADDED = "99-0002.00";

describe.each(ENGINES)("a newer shipped catalogue (%s database)", (engine) => {
  let deps: Deps;
  let shipped: ReturnType<Deps["catalogue"]["read"]>;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    shipped = deps.catalogue.read();
  });
  afterAll(() => deps.close());

  const ship = (hash: string, change: (career: CatalogueCareer) => CatalogueCareer | null) =>
    saveCatalogue(deps.db, { ...shipped, careers: shipped.careers.flatMap((c) => change(c) ?? []), hash }, () => {});
  const read = (code: string) => deps.db.career.findUniqueOrThrow({ where: { code } });

  test("may swap two titles", async () => {
    const [first, second] = [(await read(FIRST)).title, (await read(SECOND)).title];
    const swapped = new Map([
      [FIRST, second],
      [SECOND, first],
    ]);
    await ship("swapped", (career) => ({ ...career, title: swapped.get(career.code) ?? career.title }));
    expect([(await read(FIRST)).title, (await read(SECOND)).title]).toEqual([second, first]);
    await ship("back", (career) => career);
    expect((await read(FIRST)).title).toBe(first);
  });

  test("that takes the title of a career added here leaves that one, with its code in its title", async () => {
    const { record, clusterId, abilityVector, schoolingLevel, searchText } = await read(FIRST);
    const title = "Marmot Whisperers";
    const data = { code: ADDED, title, clusterId, abilityVector, schoolingLevel, searchText, record: record ?? {} };
    await deps.db.career.create({ data });
    await ship("taken", (career) => (career.code === SECOND ? { ...career, title } : career));
    expect((await read(SECOND)).title).toBe(title);
    expect(await read(ADDED)).toMatchObject({ title: `${title} [${ADDED}]`, isActive: true });
  });

  test("that drops a career deactivates it, and only shipped ones", async () => {
    await ship("dropped", (career) => (career.code === FIRST ? null : career));
    expect((await read(FIRST)).isActive).toBe(false);
    expect((await read(ADDED)).isActive).toBe(true);
    expect(await deps.db.career.count({ where: { isActive: true } })).toBe(923);
  });
});
