import { z } from "zod";
import { MODEL_SURFACES, type ModelSurface } from "@/lib/contracts/rankers";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const STATUSES = ["training", "ready", "failed", "cancelled"] as const;

const ModelRowSchema = z.object({
  id: z.string(),
  surface: z.enum(MODEL_SURFACES),
  number: z.number(),
  trainer: z.string(),
  status: z.enum(STATUSES),
  featureVersion: z.string(),
  options: z.record(z.string(), z.unknown()),
  progress: z.record(z.string(), z.unknown()),
  report: z.unknown(),
  error: z.string(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  /** Ranks its surface now. */
  isPromoted: z.boolean(),
  /** Has ranked it before, or does. */
  wasPromoted: z.boolean(),
});
/** A ranker without its trees. */
export type ModelRow = z.infer<typeof ModelRowSchema>;

const CURRENT = Prisma.sql`(SELECT p."modelId" FROM "ModelPromotion" p WHERE p."surface" = m."surface" ORDER BY p."id" DESC LIMIT 1)`;
const COLUMNS = Prisma.sql`m."id"::text, m."surface", m."number", m."trainer", m."status", m."featureVersion", m."options", m."progress", m."report", m."error",
  m."createdAt", m."finishedAt", COALESCE(m."id" = ${CURRENT}, FALSE) AS "isPromoted",
  EXISTS (SELECT 1 FROM "ModelPromotion" p WHERE p."modelId" = m."id") AS "wasPromoted"`;

/** Newest first. */
export async function listModels(db: DbOrTx, surface: ModelSurface, limit: number): Promise<ModelRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${COLUMNS} FROM "ModelVersion" m WHERE m."surface" = ${surface} ORDER BY m."number" DESC LIMIT ${limit}`;
  return rows.map((row) => ModelRowSchema.parse(row));
}

export async function findModelByNumber(db: DbOrTx, surface: ModelSurface, number: number): Promise<ModelRow | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${COLUMNS} FROM "ModelVersion" m WHERE m."surface" = ${surface} AND m."number" = ${number}::int`;
  return rows.length === 0 ? null : ModelRowSchema.parse(rows[0]);
}

export async function findModel(db: DbOrTx, id: string): Promise<ModelRow | null> {
  const rows = await db.$queryRaw<unknown[]>`SELECT ${COLUMNS} FROM "ModelVersion" m WHERE m."id" = ${id}::uuid`;
  return rows.length === 0 ? null : ModelRowSchema.parse(rows[0]);
}

/** The next version of its surface. One is trained at a time: @returns null while another is, unless that one has said nothing for long. */
export async function startModel(
  db: DbOrTx,
  model: { id: string; surface: ModelSurface; trainer: string; featureVersion: string; options: object },
  staleMinutes: number,
): Promise<number | null> {
  // A process that ended without a word left its training as it was.
  await db.$executeRaw`UPDATE "ModelVersion" SET "status" = 'failed', "finishedAt" = now(), "error" = 'The process that trained it has ended.'
    WHERE "surface" = ${model.surface} AND "status" = 'training'
      AND to_timestamp(("progress"->>'at')::float8 / 1000) <= now() - ${staleMinutes}::float8 * interval '1 minute'`;
  // Two that start at once come to the same number, and the unique index lets one of them through.
  const rows = await db.$queryRaw<{ number: number }[]>`
    INSERT INTO "ModelVersion" ("id", "surface", "number", "trainer", "status", "featureVersion", "options", "progress")
    SELECT ${model.id}::uuid, ${model.surface}, (SELECT COALESCE(max(m."number"), 0) + 1 FROM "ModelVersion" m WHERE m."surface" = ${model.surface}),
      ${model.trainer}, 'training', ${model.featureVersion}, ${JSON.stringify(model.options)}::jsonb,
      jsonb_build_object('at', extract(epoch FROM now())::float8 * 1000)
    WHERE NOT EXISTS (SELECT 1 FROM "ModelVersion" m WHERE m."surface" = ${model.surface} AND m."status" = 'training')
    ON CONFLICT DO NOTHING RETURNING "number"`;
  return rows[0]?.number ?? null;
}

/** @returns false when it was cancelled meanwhile: training stops */
export async function noteProgress(db: DbOrTx, id: string, progress: object): Promise<boolean> {
  const count = await db.$executeRaw`UPDATE "ModelVersion" SET "progress" = ${JSON.stringify(progress)}::jsonb
    || jsonb_build_object('at', extract(epoch FROM now())::float8 * 1000) WHERE "id" = ${id}::uuid AND "status" = 'training'`;
  return count === 1;
}

type Ending =
  | { status: "ready"; report: object; artefact: string }
  | { status: "failed"; error: string }
  | { status: "cancelled" };

/** @returns false when it had ended already */
export async function finishModel(db: DbOrTx, id: string, ending: Ending): Promise<boolean> {
  const { report, artefact, error } = { report: null, artefact: null, error: "", ...ending };
  const count =
    await db.$executeRaw`UPDATE "ModelVersion" SET "status" = ${ending.status}, "error" = ${error}, "artefact" = ${artefact},
    "report" = ${report === null ? null : JSON.stringify(report)}::jsonb, "finishedAt" = now() WHERE "id" = ${id}::uuid AND "status" = 'training'`;
  return count === 1;
}

/** One promotion of a surface at a time: held to the end of the transaction. */
export async function lockPromotions(tx: DbOrTx, surface: ModelSurface): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`waymark promotion ${surface}`}))::text`;
}

/**
 * From now on the model ranks its surface; null goes back to base scores.
 * @returns false when there is no such model, or it is not ready
 */
export async function promoteModel(db: DbOrTx, surface: ModelSurface, modelId: string | null): Promise<boolean> {
  const count =
    await db.$executeRaw`INSERT INTO "ModelPromotion" ("surface", "modelId") SELECT ${surface}, ${modelId}::uuid
    WHERE ${modelId}::uuid IS NULL OR EXISTS (
      SELECT 1 FROM "ModelVersion" m WHERE m."id" = ${modelId}::uuid AND m."surface" = ${surface} AND m."status" = 'ready')`;
  return count === 1;
}

/** What was promoted before what ranks now: @returns null when nothing was */
export async function findPreviousPromotion(
  db: DbOrTx,
  surface: ModelSurface,
): Promise<{ modelId: string | null } | null> {
  const rows = await db.$queryRaw<{ modelId: string | null }[]>`
    SELECT "modelId"::text FROM "ModelPromotion" WHERE "surface" = ${surface} ORDER BY "id" DESC OFFSET 1 LIMIT 1`;
  if (rows[0] !== undefined) return rows[0];
  const count = await db.modelPromotion.count({ where: { surface } });
  return count === 0 ? null : { modelId: null };
}

/** The latest promotion; another id says that another model ranks. Before any, id is 0 and since null. */
export async function getPromotion(
  db: DbOrTx,
  surface: ModelSurface,
): Promise<{ id: string; modelId: string | null; since: Date | null }> {
  const rows = await db.$queryRaw<{ id: string; modelId: string | null; since: Date }[]>`
    SELECT p."id"::text, p."modelId"::text, p."createdAt" AS "since" FROM "ModelPromotion" p WHERE p."surface" = ${surface}
    -- By number: "id" alone would be the text.
    ORDER BY p."id" DESC LIMIT 1`;
  return rows[0] ?? { id: "0", modelId: null, since: null };
}

const ArtefactSchema = z.object({ number: z.number(), featureVersion: z.string(), artefact: z.string() });

export async function findArtefact(db: DbOrTx, id: string): Promise<z.infer<typeof ArtefactSchema> | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT "number", "featureVersion", "artefact" FROM "ModelVersion" WHERE "id" = ${id}::uuid AND "status" = 'ready'`;
  return rows.length === 0 ? null : ArtefactSchema.parse(rows[0]);
}
