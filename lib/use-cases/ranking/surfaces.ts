import type { RankerSurface } from "@/lib/contracts/rankers";
import { countInteractions, listShownLists } from "@/lib/db/career-outcomes";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import type { FeatureTable } from "@/lib/engine/features/feature-table";

/** What a ranker of one surface learns from; everything else is the same for all. */
type Surface = {
  /** Has a feature "score", the base score, which trees are grown on top of. */
  table: FeatureTable;
  countInteractions: typeof countInteractions;
  listShownLists: typeof listShownLists;
};

export const SURFACES: Readonly<Record<RankerSurface, Surface>> = {
  careers: { table: CAREER_FEATURES, countInteractions, listShownLists },
};

export const toFeatureNames = ({ features }: FeatureTable): string[] => features.map(({ name }) => name);

export const toScoreColumn = (table: FeatureTable): number => toFeatureNames(table).indexOf("score");
