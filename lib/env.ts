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
  AUTH_SECRET: z.string().min(16, "needs at least 16 characters").optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

const SECRET_NAMES = ["AUTH_SECRET", "DATABASE_URL"];

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
      // These two hold secrets, which must not reach a log.
      const value = SECRET_NAMES.includes(name) ? "…" : (source[name] ?? "");
      return `  ${name}=${value}: ${issue.message}`;
    });
    throw new Error(
      `The environment is not usable:\n${lines.join("\n")}\nSee .env.example for what each setting takes.`,
    );
  }
  return { ...result.data, dataDir: path.resolve(result.data.WAYMARK_DATA) };
}
