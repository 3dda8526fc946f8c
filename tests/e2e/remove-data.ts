import { rm } from "node:fs/promises";

/** The databases of a run go with it. */
export default async function removeData(): Promise<void> {
  if (process.env.E2E_DATA !== undefined) await rm(process.env.E2E_DATA, { recursive: true, force: true });
}
