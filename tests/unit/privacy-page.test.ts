import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { USER_DATA_KINDS } from "@/lib/contracts/user-data";
import trust from "@/lib/messages/en/trust.json";
import { REFRESH_TOKEN_MS } from "@/lib/use-cases/refresh-tokens";
import { forgetBrowserMemory, KEEP_LATER_COOKIE, STORAGE_KEYS } from "@/lib/web/client/browser-memory";
import { listCookies, toNoCookies } from "@/lib/web/cookies";

const NAME = /["'`](__Host-waymark_\w+|waymark[._][\w.]+)/g;
/** Names of a lock and of an attribute of traces, which are stored nowhere in the browser. */
const NOT_STORED = ["run-exclusively.ts", "tracing.ts"];

/** Every name of ours in the code that runs. */
async function findNames(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const folder of ["app", "components", "lib"]) {
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))) {
      if (NOT_STORED.includes(path.basename(file))) continue;
      const code = await readFile(path.join(folder, file), "utf8");
      for (const [, name = ""] of code.matchAll(NAME)) names.add(name);
    }
  }
  return names;
}

describe("the privacy page", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("names every cookie and every key of the browser's storage that the code uses, and no other", async () => {
    const cookies = [true, false].flatMap(listCookies).map(({ name }) => name);
    const listed = new Set([...cookies, ...STORAGE_KEYS.map(({ key }) => key)]);
    expect([...(await findNames())].toSorted()).toEqual([...listed].toSorted());
  });

  test("says what each cookie, each key and each kind of record is for", () => {
    const { cookies, storage } = trust.privacy;
    expect(Object.keys(cookies).toSorted()).toEqual(
      listCookies(true)
        .map(({ purpose }) => purpose)
        .toSorted(),
    );
    expect(Object.keys(storage).toSorted()).toEqual(STORAGE_KEYS.map(({ purpose }) => purpose).toSorted());
    expect(Object.keys(trust.kinds).toSorted()).toEqual(USER_DATA_KINDS.toSorted());
  });

  test("says how long programs stay signed in", () => {
    expect(trust.kinds.sessions.why).toContain(`at most ${REFRESH_TOKEN_MS / 86_400_000} days`);
  });

  test("deleting takes back every cookie where it was set, also one from a visit without TLS", () => {
    for (const isSecure of [true, false]) {
      const headers = toNoCookies(isSecure);
      for (const { name, path: place } of [...listCookies(isSecure), ...listCookies(false)]) {
        expect(headers.filter((header) => header.startsWith(`${name}=; Path=${place}; Max-Age=0;`))).toHaveLength(1);
      }
      expect(headers.every((header) => header.endsWith("; Secure") === isSecure)).toBe(true);
    }
    expect(KEEP_LATER_COOKIE.path).toBe("/results");
  });

  test("deleting empties the browser's storage of what is ours and of nothing else", () => {
    const kept = new Map<string, string>(STORAGE_KEYS.map(({ key }) => [key, "x"]));
    kept.set("waymark.event.1", "x").set("somebody else's", "x");
    const localStorage = Object.assign(Object.fromEntries(kept), {
      removeItem: (key: string) => kept.delete(key),
    });
    Object.defineProperty(localStorage, "removeItem", { enumerable: false });
    vi.stubGlobal("window", { localStorage });
    forgetBrowserMemory();
    expect([...kept.keys()]).toEqual(["somebody else's"]);
    vi.stubGlobal("window", {
      get localStorage(): Storage {
        throw new Error("switched off");
      },
    });
    expect(forgetBrowserMemory).not.toThrow();
  });
});
