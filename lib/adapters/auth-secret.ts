import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { getEnv } from "@/lib/env";

let secret: string | undefined;

/** Signs cookies: AUTH_SECRET, or one made at the first start and kept in the data folder. */
export function getAuthSecret(): string {
  secret ??= getEnv().AUTH_SECRET ?? readOrMakeSecret(getEnv().dataDir);
  return secret;
}

function readOrMakeSecret(dataDir: string): string {
  const file = path.join(dataDir, "auth-secret");
  mkdirSync(dataDir, { recursive: true });
  const making = `${file}.${process.pid}`;
  writeFileSync(making, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    // A link appears whole and never replaces a file: of two processes that start at once one wins, and none reads half a secret.
    linkSync(making, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(making);
  }
  const kept = readFileSync(file, "utf8").trim();
  if (kept === "") throw new Error(`${file} is empty, and an empty secret would sign for anybody: delete the file.`);
  return kept;
}
