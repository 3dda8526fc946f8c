import { MatchReportSchema } from "@/lib/contracts/match";
import { recordAudit } from "@/lib/db/audit-log";
import * as models from "@/lib/db/model-versions";
import { AppError } from "@/lib/errors";
import type { Deps } from "../deps";

type PromoteDeps = Pick<Deps, "db" | "newId" | "match">;

/**
 * Why a version may not be promoted; null when it may. One that has served before may always come back: that is a roll-back. Unlike a
 * ranker, one need not surely be better: it orders nothing, and one with real people's feedback in it is the more honest one. It must not be worse.
 * @param currentId  what serves now; null for the shipped model
 */
export function toMatchRefusal(row: models.ModelRow, currentId: string | null): string | null {
  if (row.isPromoted) return "It serves already.";
  if (row.status !== "ready") return "It is not ready.";
  if (row.wasPromoted) return null;
  const report = MatchReportSchema.safeParse(row.report);
  if (!report.success) return "It has no figures.";
  const { beyondCurrent } = report.data;
  if (beyondCurrent === null) return null;
  if (beyondCurrent.modelId !== currentId)
    return "Something else serves now than when it was trained. Train again to compare with that.";
  if (beyondCurrent.low > 0)
    return `It is surely worse than what serves now: its Brier score is ${beyondCurrent.low.toFixed(4)} to ${beyondCurrent.high.toFixed(4)} higher.`;
  return null;
}

/**
 * Lets a version say how likely careers suit from now on.
 * @param actorId  null for whoever runs the server
 * @throws AppError NOT_FOUND, or CONFLICT when it may not
 */
export async function promoteMatch(
  deps: PromoteDeps,
  actorId: string | null,
  which: { id: string } | { number: number },
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await models.lockPromotions(tx, "match");
    const row =
      "id" in which ? await models.findModel(tx, which.id) : await models.findModelByNumber(tx, "match", which.number);
    if (row === null || row.surface !== "match")
      throw new AppError("NOT_FOUND", { publicMessage: "There is no such match model." });
    const current = await models.getPromotion(tx, "match");
    const refusal = toMatchRefusal(row, current.modelId);
    if (refusal !== null) throw new AppError("CONFLICT", { publicMessage: refusal });
    await models.promoteModel(tx, "match", row.id);
    await audit(deps, tx, actorId, "ranker.promote", row.id, { match: row.number });
  });
  expire(deps);
}

/**
 * Goes back to what served before, the shipped model at last.
 * @throws AppError CONFLICT when nothing was promoted yet
 */
export async function rollBackMatch(deps: PromoteDeps, actorId: string | null): Promise<number | null> {
  const number = await deps.db.$transaction(async (tx) => {
    await models.lockPromotions(tx, "match");
    const previous = await models.findPreviousPromotion(tx, "match");
    if (previous === null) throw new AppError("CONFLICT", { publicMessage: "Nothing was promoted yet." });
    await models.promoteModel(tx, "match", previous.modelId);
    const to = previous.modelId === null ? null : ((await models.findModel(tx, previous.modelId))?.number ?? null);
    await audit(deps, tx, actorId, "ranker.roll_back", previous.modelId, { match: to ?? "shipped" });
    return to;
  });
  expire(deps);
  return number;
}

function audit(
  { newId }: PromoteDeps,
  tx: Parameters<typeof recordAudit>[0],
  actorId: string | null,
  action: "ranker.promote" | "ranker.roll_back",
  targetId: string | null,
  after: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, { id: newId(), actorId, action, targetType: "ranker", targetId, details: { after } });
}

/** The next reply of this process is by what was just promoted. */
function expire({ match }: PromoteDeps): void {
  match.checkedAtMs = Number.NEGATIVE_INFINITY;
}
