import { logger } from "@/lib/adapters/logger";
import { metrics } from "@/lib/adapters/metrics";
import { findArtefact, getPromotion } from "@/lib/db/model-versions";
import type { Db } from "@/lib/db/open";
import { createScoreExplainer, type ScoreExplainer } from "@/lib/engine/explain/tree-shap";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import type { TreeModel } from "@/lib/engine/models/tree-model";

/** The promoted model, ready to score. */
export type CareerRanker = {
  id: string;
  number: number;
  /** When it was promoted. */
  since: Date | null;
  model: TreeModel;
  explain: ScoreExplainer;
};

export type RankerCache = {
  checkedAtMs: number;
  promotion: string;
  ranker: CareerRanker | null;
  checking?: Promise<void> | undefined;
};

type RankerDeps = { db: Db; nowMs: () => number; ranker: RankerCache };

/** How old the answer to "which model ranks" may be. */
const CHECK_AFTER_MS = 500;

/** What keeps a promoted model from ranking; base scores rank meanwhile. */
export type Fallback = "missing" | "corrupt" | "other_features" | "slow" | "failed";

export function noteFallback(reason: Fallback, details: object): void {
  metrics.rankerFallbacks.inc({ surface: "careers", reason });
  logger.warn({ reason, ...details }, "careers are ranked by base scores alone");
}

/** @returns null where no model is promoted, or the one that is cannot be used, which is logged and counted once a change */
export async function getCareerRanker(deps: RankerDeps): Promise<CareerRanker | null> {
  const cache = deps.ranker;
  const ageMs = deps.nowMs() - cache.checkedAtMs;
  if (ageMs >= 0 && ageMs < CHECK_AFTER_MS) return cache.ranker;
  cache.checking ??= check(deps).finally(() => {
    cache.checking = undefined;
  });
  await cache.checking;
  return cache.ranker;
}

async function check({ db, nowMs, ranker: cache }: RankerDeps): Promise<void> {
  const checkedAtMs = nowMs();
  const { id, modelId, since } = await getPromotion(db, "careers");
  if (id !== cache.promotion) {
    cache.ranker = modelId === null ? null : await load(db, modelId, since);
    cache.promotion = id;
  }
  cache.checkedAtMs = checkedAtMs;
}

async function load(db: Db, id: string, since: Date | null): Promise<CareerRanker | null> {
  const stored = await findArtefact(db, id);
  if (stored === null) return giveUp("missing", { id });
  const { number, featureVersion, artefact } = stored;
  if (featureVersion !== CAREER_FEATURES.version) return giveUp("other_features", { id, number, featureVersion });
  try {
    const model = parseCareerModel(artefact);
    return { id, number, since, model, explain: createScoreExplainer(model) };
  } catch (error) {
    return giveUp("corrupt", { id, number, err: error });
  }
}

function giveUp(reason: Fallback, details: object): null {
  noteFallback(reason, details);
  return null;
}

/** @throws ModelFormatError, or Error when its features are not those of the table, in their order */
export function parseCareerModel(text: string): TreeModel {
  const model = parseLightGbm(text);
  const wanted = CAREER_FEATURES.features.map(({ name }) => name);
  const at = wanted.findIndex((name, i) => model.featureNames[i] !== name);
  if (at >= 0 || model.featureNames.length !== wanted.length) {
    throw new Error(
      `the model's features are not those of ${CAREER_FEATURES.version}: feature ${at < 0 ? wanted.length : at} is ${model.featureNames[at]}`,
    );
  }
  return model;
}
