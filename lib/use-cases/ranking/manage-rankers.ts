import type { z } from "zod";
import type { AuditAction } from "@/lib/contracts/admin";
import {
  RANKER_SURFACES,
  type Ranker,
  type RankerListReply,
  RankerReportSchema,
  RankerSchema,
  type RankerSurface,
  TrainOptionsSchema,
  type TrainRequestSchema,
} from "@/lib/contracts/rankers";
import { recordAudit } from "@/lib/db/audit-log";
import * as models from "@/lib/db/model-versions";
import type { DbOrTx } from "@/lib/db/open";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { getRanker } from "./get-ranker";
import { SURFACES } from "./surfaces";
import { type TrainOutcome, trainRanker } from "./train-ranker";

const LISTED_MAX = 50;

/** What each feature of a surface's table means today, by name. */
export const toFeatureMeanings = (surface: RankerSurface): Readonly<Record<string, string>> =>
  Object.fromEntries(SURFACES[surface].table.features.map(({ name, meaning }) => [name, meaning]));

type ManageDeps = Pick<Deps, "db" | "newId" | "nowMs" | "rankers">;

/** Rankers of a surface, newest first, what ranks now, and what a roll-back would go back to. */
export async function listRankers(
  deps: Pick<Deps, "db" | "nowMs" | "rankers">,
  actor: Actor,
  surface: RankerSurface,
): Promise<RankerListReply> {
  requireAdmin(actor);
  const { db } = deps;
  const [rows, promotion, previous, ranker] = await Promise.all([
    models.listModels(db, surface, LISTED_MAX),
    models.getPromotion(db, surface),
    models.findPreviousPromotion(db, surface),
    getRanker(deps, surface),
  ]);
  const { modelId, since } = promotion;
  return {
    items: rows.filter(isRanker).map((row) => toRanker(row, surface, modelId)),
    current: {
      ...{ id: modelId, number: await numberOf(db, modelId), since: since?.toISOString() ?? null },
      isUsable: modelId === null || ranker?.id === modelId,
    },
    previous: previous === null ? null : { id: previous.modelId, number: await numberOf(db, previous.modelId) },
  };
}

function toRanker(row: RankerRow, surface: RankerSurface, currentId: string | null): Ranker {
  const report = RankerReportSchema.safeParse(row.report);
  const progress = RankerSchema.shape.progress.safeParse(row.progress);
  const { wasPromoted: _, ...rest } = row;
  return {
    ...rest,
    surface,
    options: TrainOptionsSchema.partial().parse(row.options),
    report: report.success ? report.data : null,
    progress: progress.success ? progress.data : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    refusal: toRefusal(row, currentId),
  };
}

/**
 * Why a ranker may not be promoted. One that has ranked before may always come back: that is a roll-back.
 * @param currentId  what ranks now; null for base scores
 */
export function toRefusal(row: models.ModelRow, currentId: string | null): string | null {
  if (row.isPromoted) return "It ranks already.";
  if (row.status !== "ready") return "It is not ready.";
  if (row.wasPromoted) return null;
  const report = RankerReportSchema.safeParse(row.report);
  if (!report.success) return "It has no figures.";
  const { beyondCurrent } = report.data;
  if (beyondCurrent.modelId !== currentId)
    return "Something else ranks now than when it was trained. Train again to compare with that.";
  if (beyondCurrent.low <= 0)
    return `It is not surely better than what ranks now: NDCG@10 differs by ${beyondCurrent.low.toFixed(3)} to ${beyondCurrent.high.toFixed(3)}.`;
  return null;
}

/**
 * Lets a ranker order its surface from now on.
 * @throws AppError NOT_FOUND, or CONFLICT when it may not
 */
export async function promoteRanker(deps: ManageDeps, actor: Actor, id: string): Promise<RankerListReply> {
  const actorId = requireAdmin(actor);
  const surface = await deps.db.$transaction(async (tx) => {
    const { surface } = await getModel(tx, id);
    await models.lockPromotions(tx, surface);
    const row = await getModel(tx, id);
    const current = await models.getPromotion(tx, surface);
    const refusal = toRefusal(row, current.modelId);
    if (refusal !== null) throw new AppError("CONFLICT", { publicMessage: refusal });
    await models.promoteModel(tx, surface, id);
    await audit(deps, tx, actorId, "ranker.promote", id, {
      before: { ranker: await numberOf(tx, current.modelId) },
      after: { ranker: row.number },
    });
    return surface;
  });
  return listAfter(deps, actor, surface);
}

/**
 * Goes back to what ranked before what ranks now.
 * @throws AppError CONFLICT when nothing was promoted yet
 */
export async function rollBackRanker(deps: ManageDeps, actor: Actor, surface: RankerSurface): Promise<RankerListReply> {
  const actorId = requireAdmin(actor);
  await deps.db.$transaction(async (tx) => {
    await models.lockPromotions(tx, surface);
    const previous = await models.findPreviousPromotion(tx, surface);
    if (previous === null) throw new AppError("CONFLICT", { publicMessage: "Nothing was promoted yet." });
    const before = await models.getPromotion(tx, surface);
    await models.promoteModel(tx, surface, previous.modelId);
    await audit(deps, tx, actorId, "ranker.roll_back", previous.modelId, {
      before: { ranker: await numberOf(tx, before.modelId) },
      after: { ranker: (await numberOf(tx, previous.modelId)) ?? "base scores" },
    });
  });
  return listAfter(deps, actor, surface);
}

/** @throws AppError NOT_FOUND, or CONFLICT when it is not being trained */
export async function cancelTraining(deps: ManageDeps, actor: Actor, id: string): Promise<RankerListReply> {
  const actorId = requireAdmin(actor);
  const surface = await deps.db.$transaction(async (tx) => {
    const { number, surface } = await getModel(tx, id);
    // The thread notices that it no longer counts as being trained, and ends.
    if (!(await models.finishModel(tx, id, { status: "cancelled" })))
      throw new AppError("CONFLICT", { publicMessage: `Ranker ${number} is not being trained.` });
    await audit(deps, tx, actorId, "ranker.cancel", id, {});
    return surface;
  });
  return listRankers(deps, actor, surface);
}

/**
 * Begins a training that nobody waits for.
 * @returns what there is too little of; null when training began
 * @throws AppError CONFLICT while another is under way
 */
export async function startTraining(
  deps: ManageDeps & Pick<Deps, "background" | "lightGbm">,
  actor: Actor,
  input: z.output<typeof TrainRequestSchema>,
): Promise<{ started: boolean; missing: Extract<TrainOutcome, { kind: "too_little" }>["missing"] | null }> {
  const actorId = requireAdmin(actor);
  const { surface } = input;
  const options = TrainOptionsSchema.parse(input);
  const begun = await new Promise<TrainOutcome | "begun">((resolve, reject) => {
    deps.background.run("training a ranker", async () => {
      try {
        const onProgress = (progress: { kind: string }) => progress.kind === "begun" && resolve("begun");
        resolve(await trainRanker(deps, surface, options, onProgress, deps.background.stopping));
      } catch (error) {
        reject(error);
        throw error;
      }
    });
  });
  if (begun === "begun" || begun.kind === "trained" || begun.kind === "cancelled") {
    await audit(deps, deps.db, actorId, "ranker.train", null, { after: { surface, ...options } });
    return { started: true, missing: null };
  }
  if (begun.kind === "busy") throw new AppError("CONFLICT", { publicMessage: "A training is under way already." });
  return { started: false, missing: begun.kind === "too_little" ? begun.missing : null };
}

const numberOf = async (db: DbOrTx, id: string | null): Promise<number | null> =>
  id === null ? null : ((await models.findModel(db, id))?.number ?? null);

/** A version of a surface that is ranked. */
type RankerRow = models.ModelRow & { surface: RankerSurface };
const isRanker = (row: models.ModelRow): row is RankerRow => RANKER_SURFACES.some((name) => name === row.surface);

async function getModel(tx: DbOrTx, id: string): Promise<RankerRow> {
  const row = await models.findModel(tx, id);
  if (row === null || !isRanker(row)) throw new AppError("NOT_FOUND", { publicMessage: "There is no such ranker." });
  return row;
}

/** The next list of this process is ordered by what was just promoted. */
function listAfter(deps: ManageDeps, actor: Actor, surface: RankerSurface): Promise<RankerListReply> {
  deps.rankers[surface].checkedAtMs = Number.NEGATIVE_INFINITY;
  return listRankers(deps, actor, surface);
}

function audit(
  { newId }: Pick<Deps, "newId">,
  db: DbOrTx,
  actorId: string,
  action: AuditAction,
  targetId: string | null,
  details: Record<string, unknown>,
): Promise<unknown> {
  return recordAudit(db, { id: newId(), actorId, action, targetType: "ranker", targetId, details });
}
