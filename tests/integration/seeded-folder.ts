import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "@/lib/env";
import { openDeps } from "@/lib/use-cases/deps";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";

const CACHE = path.join(process.cwd(), "node_modules", ".cache", "waymark");
/** Everything that a seeded folder is made of or by. */
const SOURCES = [
  ...["prisma/catalogue", "prisma/migrations", "public/models", "lib/db", "package-lock.json"],
  ...["lib/use-cases/embed-careers.ts", "lib/use-cases/prepare-catalogue.ts", "lib/adapters/embedder.ts"],
  ...["lib/contracts/catalogue.ts", "tests/integration/seeded-folder.ts"],
];

async function listFiles(place: string): Promise<string[]> {
  if (path.extname(place) !== "") return [place];
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("generated"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

export async function hashSources(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const file of (await Promise.all(SOURCES.map(listFiles))).flat().sort()) {
    hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Fills a data folder with the embedded database as a first start leaves it. Making one takes seconds and copying it a fraction of one,
 * so it is made once and kept until something that goes into it changes.
 */
export async function copySeededFolder(dataDir: string): Promise<void> {
  const kept = path.join(CACHE, `seeded-${await hashSources()}`);
  if (!existsSync(kept)) await makeSeededFolder(kept);
  await cp(path.join(kept, "pg"), path.join(dataDir, "pg"), { recursive: true });
}

async function makeSeededFolder(kept: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  for (const name of await readdir(CACHE)) {
    if (name.startsWith("seeded-")) await rm(path.join(CACHE, name), { recursive: true, force: true });
  }
  const making = path.join(CACHE, `making-${process.pid}`);
  const deps = await openDeps(parseEnv({ WAYMARK_DATA: making }));
  try {
    await prepareCatalogue(deps, () => {});
  } finally {
    await deps.close();
  }
  await rename(making, kept).catch(() => rm(making, { recursive: true, force: true }));
}
