import { z } from "zod";
import type { DbOrTx } from "./open";
import { type Person, withPerson } from "./person";

const SavedCareerRowSchema = z.object({
  careerCode: z.string(),
  /** Empty for none. */
  list: z.string(),
  note: z.string(),
  createdAt: z.date(),
});

export type SavedCareerRow = z.infer<typeof SavedCareerRowSchema>;

/**
 * What a person saved, last first.
 * @param list  only what is in this list, "" for what is in none; all when left out
 */
export async function listSavedCareers(db: DbOrTx, userId: string, list?: string): Promise<SavedCareerRow[]> {
  return db.savedCareer.findMany({
    where: { userId, ...(list === undefined ? {} : { list }) },
    orderBy: [{ createdAt: "desc" }, { careerCode: "asc" }],
    select: { careerCode: true, list: true, note: true, createdAt: true },
  });
}

export async function listSavedLists(db: DbOrTx, userId: string): Promise<{ name: string; count: number }[]> {
  return db.$queryRaw<{ name: string; count: number }[]>`
    SELECT "list" AS "name", count(*)::int AS "count" FROM "SavedCareer"
    WHERE "userId" = ${userId}::uuid AND "list" <> '' GROUP BY "list" ORDER BY "list" COLLATE "C"`;
}

/**
 * Saves a career or changes what is kept with it.
 * @returns what is kept now, and whether it was saved only now; null when the person is no longer there
 */
export async function saveCareerWithNote(
  db: DbOrTx,
  person: Person,
  saved: { careerCode: string; list: string | undefined; note: string | undefined },
): Promise<(SavedCareerRow & { isNew: boolean }) | null> {
  const { careerCode, list = null, note = null } = saved;
  // xmax is the transaction that changed the row: none has when it was inserted just now.
  const rows = await db.$queryRaw<unknown[]>`
    ${withPerson(person)}
    INSERT INTO "SavedCareer" AS s ("userId", "careerCode", "list", "note")
    SELECT "id", ${careerCode}, COALESCE(${list}::text, ''), COALESCE(${note}::text, '') FROM person
    ON CONFLICT ("userId", "careerCode")
      DO UPDATE SET "list" = COALESCE(${list}::text, s."list"), "note" = COALESCE(${note}::text, s."note")
    RETURNING s."careerCode", s."list", s."note", s."createdAt", s.xmax = 0 AS "isNew"`;
  return rows.length === 0 ? null : SavedCareerRowSchema.extend({ isNew: z.boolean() }).parse(rows[0]);
}

/** @returns how many careers the list had */
export async function renameSavedList(db: DbOrTx, userId: string, from: string, to: string): Promise<number> {
  const { count } = await db.savedCareer.updateMany({ where: { userId, list: from }, data: { list: to } });
  return count;
}
