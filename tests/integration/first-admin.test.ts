import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { createFirstAdmin } from "@/lib/use-cases/create-first-admin";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { makeEmail, PASSWORD } from "./account-calls";
import { callApi, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";

describe.each(ENGINES)("the first admin (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine, { isSeeded: false });
  });
  beforeEach(() => deps.db.user.deleteMany({ where: { role: "admin" } }));
  afterAll(() => deps.close());

  const logIn = (email: string, password: string) => callApi("login", { body: { email, password } });

  test("is made once, with a random password that works", async () => {
    const admin = await createFirstAdmin(deps, {});
    expect(admin?.email).toBe("admin@localhost");
    expect(admin?.madePassword).toMatch(/^[\w-]{20}$/);
    const { accessToken } = await getReply("login", {
      body: { email: "admin@localhost", password: admin?.madePassword ?? "" },
    });
    expect(await getReply("getMe", { accessToken })).toMatchObject({ role: "admin", email: "admin@localhost" });
    expect(await createFirstAdmin(deps, {})).toBeNull();
    expect(await createFirstAdmin(deps, { email: "other@example.com", password: PASSWORD })).toBeNull();
    expect(await deps.db.user.count({ where: { role: "admin" } })).toBe(1);
  });

  test("has the address and the password that the environment gives, which nothing repeats", async () => {
    const env = parseEnv({ ADMIN_EMAIL: " Boss@Example.com ", ADMIN_PASSWORD: PASSWORD });
    const admin = await createFirstAdmin(deps, { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD });
    expect(admin).toEqual({ email: "boss@example.com", madePassword: null });
    expect((await logIn("boss@example.com", PASSWORD)).status).toBe(200);
  });

  test("whoever has the address becomes the admin, with the given password and without their old sessions", async () => {
    const email = makeEmail();
    const before = await getReply("register", { body: { email, password: PASSWORD } });
    await createFirstAdmin(deps, { email, password: "given by the operator" });
    expect((await callApi("getMe", before)).status).toBe(401);
    expect((await logIn(email, PASSWORD)).status).toBe(401);
    expect(
      await getReply("getMe", await getReply("login", { body: { email, password: "given by the operator" } })),
    ).toMatchObject({
      role: "admin",
    });
  });

  test("a password that is guessed first stops the start", async () => {
    await expect(createFirstAdmin(deps, { password: "password123" })).rejects.toThrow(/^ADMIN_PASSWORD: is one of/);
    expect(await deps.db.user.count({ where: { role: "admin" } })).toBe(0);
  });

  test("ten starts at once make one, and its password is the one that is shown", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => createFirstAdmin(deps, {})));
    const shown = made.flatMap((admin) => admin ?? []);
    expect(shown).toHaveLength(1);
    expect((await logIn("admin@localhost", shown[0]?.madePassword ?? "")).status).toBe(200);
  });

  test.runIf(engine === "server")("two servers that start at once make one, whatever each was told", async () => {
    const [{ url } = { url: "" }] = await deps.db.$queryRaw<{ url: string }[]>`SELECT current_database() AS "url"`;
    const databaseUrl = new URL(process.env.TEST_DATABASE_URL ?? "");
    databaseUrl.pathname = `/${url}`;
    const other = await openDeps(parseEnv({ DATABASE_URL: databaseUrl.href, EMBEDDING_MODEL: "none" }));
    const servers = [deps, other, deps, other];
    const made = await Promise.all(
      servers.map((server, at) => createFirstAdmin(server, { email: `a${at}@example.com` })),
    );
    await other.close();
    expect(made.filter((admin) => admin !== null)).toHaveLength(1);
    expect(await deps.db.user.count({ where: { role: "admin" } })).toBe(1);
  });
});
