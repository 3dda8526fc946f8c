import type { RankerSurface } from "@/lib/contracts/rankers";
import { countInteractions } from "@/lib/db/career-outcomes";
import { countJobInteractions } from "@/lib/db/job-outcomes";
import type { DbOrTx } from "@/lib/db/open";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import type { AnyFeatureTable } from "@/lib/engine/features/feature-table";
import { JOB_FEATURES } from "@/lib/engine/features/job-features";
import type { ShownList } from "@/lib/engine/ranking/ranking-set";
import { loadCareerLists, loadJobLists } from "./load-shown-lists";

/** What a ranker of one surface learns from; everything else is the same for all. */
type Surface = {
  /** Has a feature "score", the base score, which trees are grown on top of. */
  table: AnyFeatureTable;
  countInteractions: (db: DbOrTx, since: Date) => Promise<number>;
  /** Lists that kept the features of the table and what came of them. */
  loadShownLists: (db: DbOrTx, since: Date, before: Date) => Promise<ShownList[]>;
};

export const SURFACES: Readonly<Record<RankerSurface, Surface>> = {
  careers: { table: CAREER_FEATURES, countInteractions, loadShownLists: loadCareerLists },
  jobs: { table: JOB_FEATURES, countInteractions: countJobInteractions, loadShownLists: loadJobLists },
};

export const toFeatureNames = ({ features }: AnyFeatureTable): string[] => features.map(({ name }) => name);

export const toScoreColumn = (table: AnyFeatureTable): number => toFeatureNames(table).indexOf("score");
