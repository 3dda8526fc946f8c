import { listShownLists } from "@/lib/db/career-outcomes";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import type { ShownList } from "@/lib/engine/ranking/ranking-set";
import type { Deps } from "../deps";

const PAGE_SIZE = 500;

/** Every list since a moment that kept the features of today's table and with which something was done, oldest first. */
export async function loadShownLists({ db }: Pick<Deps, "db">, since: Date, before: Date): Promise<ShownList[]> {
  const lists: ShownList[] = [];
  const query = { featureVersion: CAREER_FEATURES.version, since, before };
  let after: { shownAtMs: number; slateId: string } | null = null;
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
