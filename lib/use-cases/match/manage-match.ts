import type { z } from "zod";
import {
  type MatchModelListReply,
  type MatchModelRow,
  MatchReportSchema,
  type TrainMatchRequestSchema,
} from "@/lib/contracts/match";
import { recordAudit } from "@/lib/db/audit-log";
import * as models from "@/lib/db/model-versions";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { getMatchModel } from "./get-match-model";
import { promoteMatch, rollBackMatch, toMatchRefusal } from "./promote-match";
import { trainMatch } from "./train-match";

const LISTED_MAX = 50;

type ListDeps = Pick<Deps, "db" | "nowMs" | "match">;

/** Versions, newest first, what serves now, and what a roll-back would go back to. */
export async function listMatchModels(deps: ListDeps, actor: Actor): Promise<MatchModelListReply> {
  requireAdmin(actor);
  const { db } = deps;
  const [rows, { modelId }, previous, served] = await Promise.all([
    models.listModels(db, "match", LISTED_MAX),
    models.getPromotion(db, "match"),
    models.findPreviousPromotion(db, "match"),
    getMatchModel(deps),
  ]);
  return {
    items: rows.map((row) => toMatchModel(row, modelId)),
    serving:
      served === null ? null : { number: served.number, realShare: served.realShare, realPairs: served.realPairs },
    previous: previous === null ? null : { number: await numberOf(db, previous.modelId) },
  };
}

const numberOf = async (db: ListDeps["db"], id: string | null): Promise<number | null> =>
  id === null ? null : ((await models.findModel(db, id))?.number ?? null);

function toMatchModel(row: models.ModelRow, currentId: string | null): MatchModelRow {
  const { id, number, status, error, isPromoted } = row;
  const parsed = MatchReportSchema.safeParse(row.report);
  const toFigures = (report: z.infer<typeof MatchReportSchema>): MatchModelRow["figures"] => ({
    ...report.evaluation.served[report.chosen],
    classifier: report.chosen,
    ceiling: report.evaluation.served.ceiling.accuracy,
    realPairs: report.data.realPairs,
    realShare: report.data.realShare,
  });
  return {
    ...{ id, number, status, error, isPromoted },
    createdAt: row.createdAt.toISOString(),
    refusal: toMatchRefusal(row, currentId),
    figures: parsed.success ? toFigures(parsed.data) : null,
  };
}

/** @throws AppError NOT_FOUND, or CONFLICT when it may not */
export async function promoteMatchModel(
  deps: ListDeps & Pick<Deps, "newId">,
  actor: Actor,
  id: string,
): Promise<MatchModelListReply> {
  await promoteMatch(deps, requireAdmin(actor), { id });
  return listMatchModels(deps, actor);
}

/** @throws AppError CONFLICT when nothing was promoted yet */
export async function rollBackMatchModel(
  deps: ListDeps & Pick<Deps, "newId">,
  actor: Actor,
): Promise<MatchModelListReply> {
  await rollBackMatch(deps, requireAdmin(actor));
  return listMatchModels(deps, actor);
}

/**
 * Begins a training that nobody waits for.
 * @returns its number
 * @throws AppError CONFLICT while another is under way
 */
export async function startMatchTraining(
  deps: ListDeps & Pick<Deps, "newId" | "background" | "embedder" | "snapshot">,
  actor: Actor,
  input: z.output<typeof TrainMatchRequestSchema>,
): Promise<{ number: number }> {
  const actorId = requireAdmin(actor);
  const { people, ...rest } = input;
  const options = people === undefined ? rest : { people, ...rest };
  const begun = await new Promise<number | null>((resolve, reject) => {
    deps.background.run("training a match model", async () => {
      try {
        const outcome = await trainMatch(deps, options, deps.background.stopping, resolve);
        if (outcome.kind === "busy") resolve(null);
      } catch (error) {
        reject(error);
        throw error;
      }
    });
  });
  if (begun === null) throw new AppError("CONFLICT", { publicMessage: "A training is under way already." });
  const details = { after: { surface: "match", ...options } };
  const row = { actorId, action: "ranker.train", targetType: "ranker", targetId: null, details } as const;
  await recordAudit(deps.db, { id: deps.newId(), ...row });
  return { number: begun };
}
