import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These carry native or WebAssembly files that a bundler must not touch.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@electric-sql/pglite-pgvector",
    "@xenova/transformers",
    "onnxruntime-node",
    "pg",
    "pino",
  ],
  // `npm run check` checks types over the whole tree; a start need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingExcludes: { "/**": ["./.data/**/*"] },
};

export default createNextIntlPlugin("./lib/web/i18n.ts")(config);
