import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

const SETTINGS = [
  "PORT",
  "WAYMARK_DATA",
  "DATABASE_URL",
  "EMBEDDING_MODEL",
  "RECOMMEND_ALPHA",
  "AUTH_SECRET",
  "LOG_LEVEL",
  "REDIS_URL",
  "TRUST_PROXY",
  "METRICS_TOKEN",
  "RATE_LIMIT_SCALE",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
];

/** The message of the error, or a failure when there is none. */
function messageOf(source: Record<string, string | undefined>): string {
  try {
    parseEnv(source);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the environment was accepted");
}

describe("the environment", () => {
  test("needs nothing to be set", () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      RECOMMEND_ALPHA: 0.7,
      EMBEDDING_MODEL: "waymark-embed-1",
      LOG_LEVEL: "info",
    });
    expect(parseEnv({}).dataDir).toBe(path.resolve("./.data"));
  });

  test("takes an empty setting as one that is not set", () => {
    expect(parseEnv(Object.fromEntries(SETTINGS.map((name) => [name, ""])))).toEqual(parseEnv({}));
  });

  test("reads numbers from text and resolves the data folder", () => {
    const env = parseEnv({ PORT: "8080", RECOMMEND_ALPHA: "0", WAYMARK_DATA: "some/where" });
    expect([env.PORT, env.RECOMMEND_ALPHA]).toEqual([8080, 0]);
    expect(env.dataDir).toBe(path.resolve("some/where"));
  });

  test("lists everything that is wrong at once", () => {
    const message = messageOf({
      PORT: "99999",
      DATABASE_URL: "mysql://localhost/x",
      RECOMMEND_ALPHA: "1.5",
      AUTH_SECRET: "short",
      LOG_LEVEL: "loud",
      NODE_ENV: "staging",
    });
    const named = message.split("\n").flatMap((line) => /^ {2}(\w+)=/.exec(line)?.[1] ?? []);
    expect(named.sort()).toEqual(["AUTH_SECRET", "DATABASE_URL", "LOG_LEVEL", "NODE_ENV", "PORT", "RECOMMEND_ALPHA"]);
  });

  test.each([
    ["PORT", "0"],
    ["PORT", "80.5"],
    ["PORT", "http"],
    ["RECOMMEND_ALPHA", "-0.1"],
    ["RECOMMEND_ALPHA", "much"],
    ["DATABASE_URL", "localhost:5432"],
    ["AUTH_SECRET", "fifteen letters"],
    ["ADMIN_EMAIL", "admin"],
    ["ADMIN_EMAIL", "a dmin@example.com"],
    ["ADMIN_PASSWORD", "too short"],
    ["ADMIN_PASSWORD", "x".repeat(201)],
    ["REDIS_URL", "localhost:6379"],
    ["TRUST_PROXY", "true"],
    ["METRICS_TOKEN", "short"],
    ["RATE_LIMIT_SCALE", "-1"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
  ])("refuses %s=%s and says so", (name, value) => {
    expect(messageOf({ [name]: value })).toContain(`${name}=`);
  });

  test("repeats no password, and takes an admin's address without a dot", () => {
    expect(messageOf({ ADMIN_PASSWORD: "hunter2" })).not.toContain("hunter2");
    expect(parseEnv({ ADMIN_EMAIL: " Admin@Localhost " }).ADMIN_EMAIL).toBe("admin@localhost");
  });

  test("accepts both spellings of a PostgreSQL address", () => {
    for (const scheme of ["postgres", "postgresql"]) {
      expect(parseEnv({ DATABASE_URL: `${scheme}://u@h/d` }).DATABASE_URL).toBe(`${scheme}://u@h/d`);
    }
  });

  test("ignores what it does not know", () => {
    expect(parseEnv({ HOME: "/root", SHELL: "" })).toEqual(parseEnv({}));
  });
});
