import type { DbOrTx } from "./open";

/** Saves a career or takes the save back. Repeating it changes nothing. */
export async function saveSavedCareer(db: DbOrTx, userId: string, careerCode: string, isSaved: boolean): Promise<void> {
  if (isSaved) {
    await db.$executeRaw`INSERT INTO "SavedCareer" ("userId", "careerCode") VALUES (${userId}::uuid, ${careerCode}) ON CONFLICT DO NOTHING`;
  } else {
    await db.savedCareer.deleteMany({ where: { userId, careerCode } });
  }
}

export async function recordInteraction(
  db: DbOrTx,
  interaction: {
    userId: string;
    id: string;
    sessionId: string;
    careerCode: string;
    kind: "view" | "save";
    value: number | null;
  },
): Promise<void> {
  await db.interaction.create({ data: interaction });
}
