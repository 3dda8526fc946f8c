import { defineConfig } from "prisma/config";

// Generating the client needs no engine, but the CLI looks for one first and would download it. Any existing file satisfies it.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody@localhost:5432/none" },
});
