import "./environment";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockEmbeddedFolder } from "@/lib/db/embedded-lock";
import { openDatabase } from "@/lib/db/open";
import { type Child, startChild } from "./child-process";

const HOLD = new URL("./fixtures/hold-lock.ts", import.meta.url);
let root: string;
let dataDir: string;
let child: Child | null = null;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "waymark-lock-"));
  dataDir = path.join(root, "data");
  await mkdir(dataDir);
});
afterEach(async () => {
  await child?.kill();
  child = null;
  await rm(root, { recursive: true });
});

async function hold(busyMs: number): Promise<Child> {
  child = startChild(HOLD, [dataDir, String(busyMs)]);
  await child.waitForLine("locked");
  return child;
}

test("a second process is told which one holds the folder and what to do", async () => {
  const { pid } = await hold(0);
  const opened = openDatabase({ databaseUrl: undefined, dataDir });
  await expect(opened).rejects.toThrow(`The embedded database in ${dataDir} is in use by process ${pid}.`);
  await expect(lockEmbeddedFolder(dataDir)).rejects.toThrow("WAYMARK_DATA");
});

test("another name for the same folder is the same folder", async () => {
  const { pid } = await hold(0);
  await symlink(dataDir, path.join(root, "other"));
  for (const name of [path.join(root, "other"), `${dataDir}/`, path.join(dataDir, "..", "data")]) {
    await expect(lockEmbeddedFolder(name)).rejects.toThrow(`process ${pid}`);
  }
});

test("the folder is free at once when its holder is killed, and when it lets go", async () => {
  await (await hold(0)).kill();
  const first = await lockEmbeddedFolder(dataDir);
  await expect(lockEmbeddedFolder(dataDir)).rejects.toThrow(`process ${process.pid}`);
  first.release();
  (await lockEmbeddedFolder(dataDir)).release();
});

test("another folder is not concerned", async () => {
  await hold(0);
  const other = path.join(root, "other");
  await mkdir(other);
  (await lockEmbeddedFolder(other)).release();
});

test("a holder that is too busy to answer keeps the folder, and outlives those who stopped asking", async () => {
  const holder = await hold(2500);
  const asked = Array.from({ length: 5 }, () => lockEmbeddedFolder(dataDir));
  for (const attempt of asked) await expect(attempt).rejects.toThrow("in use by process");
  await holder.waitForLine("alive still");
});
