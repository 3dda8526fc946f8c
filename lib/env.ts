import path from "node:path";
import { z } from "zod";

const EnvSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  WAYMARK_DATA: z.string().min(1).default("./.data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgresql://")
    .optional(),
  EMBEDDING_MODEL: z.string().min(1).default("waymark-embed-1"),
  RECOMMEND_ALPHA: z.coerce.number().min(0).max(1).default(0.7),
  LIGHTGBM_BIN: z.string().min(1).optional(),
  RANKER_TRAIN_DAYS: z.coerce.number().min(0).max(365).default(7),
  RANKER_MS_MAX: z.coerce.number().min(0).default(20),
  JOBS_MMR_LAMBDA: z.coerce.number().min(0).max(1).default(0.95),
  AUTH_SECRET: z.string().min(16, "needs at least 16 characters").optional(),
  ADMIN_EMAIL: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, "must be an e-mail address")
    .optional(),
  ADMIN_PASSWORD: z.string().min(10, "needs at least 10 characters").max(200, "has at most 200 characters").optional(),
  DEMO_JOBS: z.enum(["on", "off"]).default("on"),
  GUEST_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(180),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must start with redis:// or rediss://")
    .optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  RATE_LIMIT_SCALE: z.coerce.number().min(0).max(1000).default(1),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an http address" }).optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default("waymark"),
});

const SECRET_NAMES = ["AUTH_SECRET", "DATABASE_URL", "REDIS_URL", "METRICS_TOKEN", "ADMIN_PASSWORD"];

export type Env = z.infer<typeof EnvSchema> & { dataDir: string };

let parsed: Env | undefined;

/**
 * The environment, checked once. This is the only reader of process.env inside the application.
 * @throws Error that lists everything that is wrong with it
 */
export function getEnv(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** An empty value counts as not set, as in a copied .env.example. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const result = EnvSchema.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = issue.path.join(".");
      // These hold secrets, which must not reach a log.
      const value = SECRET_NAMES.includes(name) ? "…" : (source[name] ?? "");
      return `  ${name}=${value}: ${issue.message}`;
    });
    throw new Error(
      `The environment is not usable:\n${lines.join("\n")}\nSee .env.example for what each setting takes.`,
    );
  }
  return { ...result.data, dataDir: path.resolve(result.data.WAYMARK_DATA) };
}

export type Setting = {
  name: string;
  /** In effect, given or by default; null of a secret, and of what has no value. */
  value: string | null;
  isSecret: boolean;
  isSet: boolean;
};

/** Addresses of services may hold passwords. */
const SECRET_NAME = /SECRET|PASSWORD|TOKEN|KEY|URL|ENDPOINT|EMAIL/;

/** Every setting there is, for people who look after a server. Of secrets only whether they are set. */
export function listSettings(source: Record<string, string | undefined> = process.env): Setting[] {
  const env: Record<string, unknown> = parseEnv(source);
  return Object.keys(EnvSchema.shape).map((name) => {
    const isSecret = SECRET_NAMES.includes(name) || SECRET_NAME.test(name);
    const value = env[name] === undefined || isSecret ? null : String(env[name]);
    return { name, value, isSecret, isSet: (source[name] ?? "").trim() !== "" };
  });
}
