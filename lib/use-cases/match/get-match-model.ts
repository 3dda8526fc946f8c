import { logger } from "@/lib/adapters/logger";
import { metrics } from "@/lib/adapters/metrics";
import { readShippedMatchModel } from "@/lib/adapters/shipped-match-model";
import { findArtefact, getPromotion } from "@/lib/db/model-versions";
import type { Db } from "@/lib/db/open";
import { type KnownMatchModel, parseMatchArtefact } from "./match-artefact";

/** What says how likely a career suits. */
export type ServedMatchModel = KnownMatchModel & {
  /** null for the one that is shipped */
  id: string | null;
  number: number | null;
};

export type MatchCache = {
  checkedAtMs: number;
  /** The latest promotion; null before it was ever asked for. */
  promotion: string | null;
  model: ServedMatchModel | null;
  checking?: Promise<void> | undefined;
};

export const makeMatchCache = (): MatchCache => ({ checkedAtMs: 0, promotion: null, model: null });

export type MatchDeps = { db: Db; nowMs: () => number; match: MatchCache };

/** How old the answer to "which model serves" may be. */
const CHECK_AFTER_MS = 500;

/** The promoted match model, else the shipped one; null where neither can be used, which is logged and counted once a change. */
export async function getMatchModel(deps: MatchDeps): Promise<ServedMatchModel | null> {
  const cache = deps.match;
  const ageMs = deps.nowMs() - cache.checkedAtMs;
  if (cache.promotion !== null && ageMs >= 0 && ageMs < CHECK_AFTER_MS) return cache.model;
  cache.checking ??= check(deps).finally(() => {
    cache.checking = undefined;
  });
  await cache.checking;
  return cache.model;
}

async function check({ db, nowMs, match: cache }: MatchDeps): Promise<void> {
  const checkedAtMs = nowMs();
  const { id, modelId } = await getPromotion(db, "match");
  if (id !== cache.promotion) {
    cache.model = (modelId === null ? null : await loadPromoted(db, modelId)) ?? (await loadShipped());
    cache.promotion = id;
  }
  cache.checkedAtMs = checkedAtMs;
}

async function loadPromoted(db: Db, id: string): Promise<ServedMatchModel | null> {
  const stored = await findArtefact(db, id);
  if (stored === null) return giveUp("missing", { id });
  return parse(stored.artefact, { id, number: stored.number });
}

async function loadShipped(): Promise<ServedMatchModel | null> {
  const text = await readShippedMatchModel();
  return text === null ? giveUp("missing", { id: null }) : parse(text, { id: null, number: null });
}

function parse(text: string, of: { id: string | null; number: number | null }): ServedMatchModel | null {
  try {
    return { ...parseMatchArtefact(text), ...of };
  } catch (error) {
    return giveUp("corrupt", { ...of, err: error });
  }
}

function giveUp(reason: "missing" | "corrupt", details: object): null {
  metrics.rankerFallbacks.inc({ surface: "match", reason });
  logger.warn({ reason, ...details }, "a match model cannot be used");
  return null;
}
