import { logger } from "@/lib/adapters/logger";
import { metrics } from "@/lib/adapters/metrics";
import type { RankerSurface } from "@/lib/contracts/rankers";
import { findArtefact, getPromotion } from "@/lib/db/model-versions";
import type { Db } from "@/lib/db/open";
import type { ScoreExplainer } from "@/lib/engine/explain/tree-shap";
import { type AnyFeatureTable, toLinearColumns } from "@/lib/engine/features/feature-table";
import { createRankerExplainer, parseRankerModel, type RankerModel } from "@/lib/engine/models/ranker-model";
import { toLearnedPoints, toOwnWeights } from "@/lib/engine/ranking/learned-points";
import { SURFACES, toFeatureNames, toScoreColumn } from "./surfaces";

/** The promoted model of a surface, ready to score. */
export type ServedRanker = {
  id: string;
  number: number;
  /** When it was promoted. */
  since: Date | null;
  model: RankerModel;
  explain: ScoreExplainer;
};

export type RankerCache = {
  checkedAtMs: number;
  promotion: string;
  ranker: ServedRanker | null;
  checking?: Promise<void> | undefined;
};
export type RankerCaches = Record<RankerSurface, RankerCache>;

type RankerDeps = { db: Db; nowMs: () => number; rankers: RankerCaches };

export const makeRankerCaches = (): RankerCaches => ({
  careers: { checkedAtMs: 0, promotion: "0", ranker: null },
  jobs: { checkedAtMs: 0, promotion: "0", ranker: null },
});

/** How old the answer to "which model ranks" may be. */
const CHECK_AFTER_MS = 500;

const WARM_UP_ROWS = 300;
const WARM_UP_TIMES = 5;

/** What keeps a promoted model from ranking; base scores rank meanwhile. */
export type Fallback = "missing" | "corrupt" | "other_features" | "slow" | "failed";

export function noteFallback(surface: RankerSurface, reason: Fallback, details: object): void {
  metrics.rankerFallbacks.inc({ surface, reason });
  logger.warn({ surface, reason, ...details }, `${surface} are ranked by base scores alone`);
}

/** @returns null where no model is promoted, or the one that is cannot be used, which is logged and counted once a change */
export async function getRanker(deps: RankerDeps, surface: RankerSurface): Promise<ServedRanker | null> {
  const cache = deps.rankers[surface];
  const ageMs = deps.nowMs() - cache.checkedAtMs;
  if (ageMs >= 0 && ageMs < CHECK_AFTER_MS) return cache.ranker;
  cache.checking ??= check(deps, surface, cache).finally(() => {
    cache.checking = undefined;
  });
  await cache.checking;
  return cache.ranker;
}

async function check({ db, nowMs }: RankerDeps, surface: RankerSurface, cache: RankerCache): Promise<void> {
  const checkedAtMs = nowMs();
  const { id, modelId, since } = await getPromotion(db, surface);
  if (id !== cache.promotion) {
    cache.ranker = modelId === null ? null : await load(db, surface, modelId, since);
    cache.promotion = id;
  }
  cache.checkedAtMs = checkedAtMs;
}

async function load(db: Db, surface: RankerSurface, id: string, since: Date | null): Promise<ServedRanker | null> {
  const { table } = SURFACES[surface];
  const stored = await findArtefact(db, id);
  if (stored === null) return giveUp(surface, "missing", { id });
  const { number, featureVersion, artefact } = stored;
  if (featureVersion !== table.version) return giveUp(surface, "other_features", { id, number, featureVersion });
  try {
    const model = parseRanker(artefact, table);
    const explain = createRankerExplainer(model);
    warmUp(model, table);
    return { id, number, since, model, explain };
  } catch (error) {
    return giveUp(surface, "corrupt", { id, number, err: error });
  }
}

/** The first lists of a process would else be too slow for the ranker, since its code has not run yet. */
function warmUp(model: RankerModel, table: AnyFeatureTable): void {
  const cols = table.features.length;
  const rows = { data: new Float64Array(WARM_UP_ROWS * cols), rows: WARM_UP_ROWS, cols };
  const labels = new Array<number>(WARM_UP_ROWS).fill(0);
  const base = new Float64Array(WARM_UP_ROWS);
  for (let time = 0; time < WARM_UP_TIMES; time++)
    toLearnedPoints(model, base, rows, toOwnWeights(model, { rows, labels }, toScoreColumn(table)));
}

function giveUp(surface: RankerSurface, reason: Fallback, details: object): null {
  noteFallback(surface, reason, details);
  return null;
}

/** @throws ModelFormatError or EngineError on a text that holds no ranker, Error when its features are not those of the table, in their order */
export function parseRanker(text: string, table: AnyFeatureTable): RankerModel {
  const model = parseRankerModel(text, toLinearColumns(table));
  const { featureNames } = model.trees;
  const wanted = toFeatureNames(table);
  const at = wanted.findIndex((name, i) => featureNames[i] !== name);
  if (at >= 0 || featureNames.length !== wanted.length) {
    throw new Error(
      `the model's features are not those of ${table.version}: feature ${at < 0 ? wanted.length : at} is ${featureNames[at]}`,
    );
  }
  return model;
}
