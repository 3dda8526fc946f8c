import type { DbOrTx } from "./open";

/** Asks for as little as a database can answer. */
export async function pingDatabase(db: DbOrTx): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}
