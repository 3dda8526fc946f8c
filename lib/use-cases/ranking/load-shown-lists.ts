import type { RankerSurface } from "@/lib/contracts/rankers";
import type { ShownList } from "@/lib/engine/ranking/ranking-set";
import type { Deps } from "../deps";
import { SURFACES } from "./surfaces";

const PAGE_SIZE = 500;

/** Every list since a moment that kept the features of today's table and with which something was done, oldest first. */
export async function loadShownLists(
  { db }: Pick<Deps, "db">,
  surface: RankerSurface,
  since: Date,
  before: Date,
): Promise<ShownList[]> {
  const { table, listShownLists } = SURFACES[surface];
  const lists: ShownList[] = [];
  const query = { featureVersion: table.version, since, before };
  let after: Parameters<typeof listShownLists>[2] = null;
  for (;;) {
    const page = await listShownLists(db, query, after, PAGE_SIZE);
    for (const { features, ...list } of page) {
      lists.push({
        ...list,
        features: features.map((values) => Float32Array.from(values, (value) => value ?? Number.NaN)),
      });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_SIZE) return lists;
    after = { shownAtMs: last.shownAtMs, slateId: last.slateId };
  }
}
