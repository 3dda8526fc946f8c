import { appendFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signAccessToken } from "@/lib/adapters/access-token";
import { API } from "@/lib/contracts/api";
import type { Access, Operation } from "@/lib/contracts/operation";
import { ROLES, type Role } from "@/lib/contracts/roles";
import type { Deps } from "@/lib/use-cases/deps";
import { toGuestCookie } from "@/lib/web/guest-cookie";
import { type CallInput, callApi, type OperationName } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";

const NAMES = Object.keys(API) as OperationName[];
/** Everybody that can knock: nobody, each role, and accounts whose session must not count. */
const CALLERS = ["stranger", ...ROLES, "locked admin", "signed-out admin", "deleted admin", "forged token"] as const;
type Caller = (typeof CALLERS)[number];

/** 401: the caller is nobody that the operation is for; 403: known, but not allowed; null: let in. */
function expectedRefusal(access: Access, caller: Caller): 401 | 403 | null {
  if (caller.endsWith(" admin") || caller === "forged token") return 401;
  if (access === "anyone") return null;
  if (caller === "stranger") return 401;
  if (access === "known") return null;
  if (caller === "guest") return 401;
  return access === "account" || caller === "admin" ? null : 403;
}

/** Values of the right form that belong to nobody, so that whoever is let in changes nothing. */
const PARAMS: Record<string, string> = {
  code: "99-9999.99",
  careerCode: "99-9999.99",
  kind: "rate",
};

/** A feed would make a guest of a stranger. */
const QUERIES: Partial<Record<OperationName, CallInput>> = { discoverJobs: { query: { limit: 0 } } };

const FILE = path.join(process.cwd(), "node_modules", ".cache", "waymark", "authorization-matrix.md");

describe.each(ENGINES)("the authorization matrix (%s database)", (engine) => {
  let deps: Deps;
  let signedOutId: string;
  const credentials = new Map<Caller, CallInput>();

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    const makeUser = async (role: Role, data: object = {}) => {
      const id = deps.newId();
      const email = role === "guest" ? null : `${id}@example.org`;
      return deps.db.user.create({ data: { id, role, email, ...data } });
    };
    const sign = async (user: { id: string; sessionEpoch: number }) => ({
      accessToken: await signAccessToken(user, deps.nowMs()),
    });
    credentials.set("stranger", {});
    for (const role of ROLES) {
      const user = await makeUser(role);
      credentials.set(
        role,
        role === "guest" ? { cookie: toGuestCookie(user.id, false).split(";")[0] } : await sign(user),
      );
    }
    credentials.set("locked admin", await sign(await makeUser("admin", { lockedAt: new Date() })));
    const signedOut = await makeUser("admin");
    signedOutId = signedOut.id;
    credentials.set("signed-out admin", await sign(signedOut));
    await deps.db.user.update({ where: { id: signedOut.id }, data: { sessionEpoch: 1 } });
    credentials.set("deleted admin", await sign({ id: deps.newId(), sessionEpoch: 0 }));
    credentials.set("forged token", { accessToken: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9." });
    await mkdir(path.dirname(FILE), { recursive: true });
    await writeFile(FILE, `| operation | ${CALLERS.join(" | ")} |\n|${" --- |".repeat(CALLERS.length + 1)}\n`);
  });
  afterAll(() => deps.close());

  test.each(NAMES)("%s lets in whom it is for, and nobody else", async (name) => {
    const operation: Operation = API[name];
    const before = await deps.db.user.count();
    const statuses: number[] = [];
    // Signing out everywhere takes no body, so it did what it is for.
    await deps.db.user.updateMany({
      where: { sessionEpoch: { gt: 0 }, id: { not: signedOutId } },
      data: { sessionEpoch: 0 },
    });
    for (const caller of CALLERS) {
      const keys = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, key = ""]) => key);
      const params = Object.fromEntries(keys.map((key) => [key, PARAMS[key] ?? crypto.randomUUID()]));
      // A body that fits no operation: whoever is let in is told so, and nothing is done.
      const body = operation.body === undefined ? {} : { body: { "no such field": true } };
      const { status } = await callApi(name, { params, ...QUERIES[name], ...body, ...credentials.get(caller) });
      const refusal = expectedRefusal(operation.access, caller);
      const found = status === 401 || status === 403 ? status : null;
      expect({ caller, status: found }).toEqual({ caller, status: refusal });
      expect(status).toBeLessThan(500);
      statuses.push(status);
    }
    await appendFile(FILE, `| ${operation.method.toUpperCase()} ${operation.path} | ${statuses.join(" | ")} |\n`);
    expect(await deps.db.user.count()).toBe(before);
  });

  test("covers every role and every operation that is for admins only", () => {
    expect(CALLERS).toEqual(expect.arrayContaining([...ROLES]));
    const admin = Object.values<Operation>(API).filter(({ path: place }) => place.startsWith("/admin"));
    expect(admin.every(({ access }) => access === "admin")).toBe(true);
    // Consenting and saving make a guest of somebody who is none yet.
    const open = Object.values<Operation>(API).filter(
      ({ access, path: place }) => access === "anyone" && place.startsWith("/me"),
    );
    expect(open.map(({ method, path: place }) => `${method} ${place}`).toSorted()).toEqual([
      "get /me/consent",
      "put /me/consent",
      "put /me/saved-careers/{careerCode}",
    ]);
  });
});
