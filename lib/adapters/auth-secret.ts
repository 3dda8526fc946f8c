import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
  try {
    // "wx" refuses an existing file, so that of two processes which start at once only one makes it.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
