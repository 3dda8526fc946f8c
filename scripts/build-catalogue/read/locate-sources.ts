import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { SourceError } from "./source-error";

/** Where the build reads from. File names in messages are relative to `root`, so that they read the same everywhere. */
export interface SourceFolders {
  readonly root: string;
  /** Folder of the O*NET text tables and its version, such as "30.1". */
  readonly onet: string;
  readonly onetVersion: string;
  /** Folder of the compiled skill profiles and the O*NET version they were compiled from. */
  readonly profiles: string;
  readonly profilesVersion: string;
}

/**
 * Finds the source folders below `root`.
 * @param onet  an O*NET folder to use instead of the newest `raw/onet_<major>_<minor>` (absolute, or relative to the caller)
 * @throws SourceError when a folder is absent
 */
export function locateSources(root: string, onet?: string): SourceFolders {
  const raw = join(root, "raw");
  if (!existsSync(raw) || !statSync(raw).isDirectory()) {
    throw new SourceError("raw/", `not found in the source folder; expected raw/ and careers/ in it`);
  }
  const names = readdirSync(raw);
  const newest = newestRelease(names, /^onet_(\d+)_(\d+)$/);
  const profiles = newestRelease(names, /^onet_(\d+)_(\d+)_derived$/);
  if (!onet && !newest) throw new SourceError("raw/", "no O*NET release; expected a folder such as raw/onet_30_1");
  if (!profiles) throw new SourceError("raw/", "no skill profiles; expected a folder such as raw/onet_30_1_derived");
  const folder = onet ?? join(raw, newest?.name ?? "");
  if (!existsSync(folder)) throw new SourceError(onet ?? folder, "not found; expected a folder of O*NET text tables");
  return {
    root,
    onet: folder,
    onetVersion: parseRelease(folder) ?? readVersion(folder),
    profiles: join(raw, profiles.name),
    profilesVersion: profiles.version,
  };
}

/** Picks the folder with the highest release number; 30_10 is newer than 30_9. */
export function newestRelease(names: readonly string[], pattern: RegExp): { name: string; version: string } | null {
  let best: { name: string; version: string; rank: number } | null = null;
  for (const name of names) {
    const match = pattern.exec(name);
    if (!match) continue;
    const rank = Number(match[1]) * 1000 + Number(match[2]);
    if (!best || rank > best.rank) best = { name, version: `${Number(match[1])}.${Number(match[2])}`, rank };
  }
  return best ? { name: best.name, version: best.version } : null;
}

/** Reads a file of the sources; the error names it relative to the source folder. */
export function readSourceText(folders: SourceFolders, path: string): string {
  const file = sourceName(folders, path);
  if (!existsSync(path)) throw new SourceError(file, "not found");
  return readFileSync(path, "utf8");
}

/** A source file's name as messages show it: relative to the source folder where it lies below it. */
export function sourceName(folders: SourceFolders, path: string): string {
  const name = relative(folders.root, path);
  return name.startsWith("..") || isAbsolute(name) ? path : name.replaceAll("\\", "/");
}

function parseRelease(folder: string): string | null {
  return newestRelease([folder.split(/[\\/]/).filter(Boolean).at(-1) ?? ""], /^onet_(\d+)_(\d+)$/)?.version ?? null;
}

/** O*NET's own archives unpack to folders with other names; their Read Me names the release. */
function readVersion(folder: string): string {
  const readMe = join(folder, "Read Me.txt");
  const match = existsSync(readMe) ? /O\*NET (\d+\.\d+) Database/.exec(readFileSync(readMe, "utf8")) : null;
  if (!match?.[1]) {
    throw new SourceError(
      folder,
      'cannot tell the O*NET release; name the folder like onet_30_1 or keep its "Read Me.txt"',
    );
  }
  return match[1];
}
