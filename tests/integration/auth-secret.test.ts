import "./environment";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-secret-"));
  vi.stubEnv("WAYMARK_DATA", dataDir);
  vi.stubEnv("AUTH_SECRET", "");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true });
});

/** The secret as a process reads it that has just started. */
async function readSecret(): Promise<string> {
  vi.resetModules();
  const { getAuthSecret } = await import("@/lib/adapters/auth-secret");
  return getAuthSecret();
}

test("the first start makes a secret of its own, and later ones keep it", async () => {
  const secret = await readSecret();
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await readSecret()).toBe(secret);
  expect(await readFile(path.join(dataDir, "auth-secret"), "utf8")).toBe(secret);
  expect(await readdir(dataDir)).toEqual(["auth-secret"]);
});

test("an empty secret, as a full disk leaves it, is refused instead of signing for anybody", async () => {
  await writeFile(path.join(dataDir, "auth-secret"), "");
  await expect(readSecret()).rejects.toThrow("is empty");
  expect(await readdir(dataDir)).toEqual(["auth-secret"]);
});
