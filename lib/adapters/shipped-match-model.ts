import { readFile } from "node:fs/promises";
import path from "node:path";

/** Made by `npm run train:match -- --mode production --out` with this path; prisma/match-model/README.md says of what. */
export const SHIPPED_MATCH_MODEL = path.join(process.cwd(), "prisma", "match-model", "model.json");

/** The match model that serves until another is promoted; null when there is no such file. */
export async function readShippedMatchModel(): Promise<string | null> {
  try {
    return await readFile(SHIPPED_MATCH_MODEL, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
