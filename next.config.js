import createNextIntlPlugin from "next-intl/plugin";

const YEAR_SECONDS = 365 * 24 * 3600;

/** On every reply, pages, files and API alike. A page's Content-Security-Policy has a nonce and comes from proxy.ts. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Addresses of results and share links are keys of their own: no other site learns them.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"]
      .concat(["microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "usb"])
      .map((name) => `${name}=()`)
      .join(", "),
  },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These carry native or WebAssembly files that a bundler must not touch.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@electric-sql/pglite-pgvector",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/sdk-trace-node",
    "@xenova/transformers",
    "ioredis",
    "onnxruntime-node",
    "pdfkit",
    "pg",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
  ],
  // `npm run check` checks types over the whole tree; a start need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingExcludes: { "/**": ["./.data/**/*"] },
  // Bodies go to the API, which has limits of its own; what is sent to a page is held in memory before the page sees it.
  experimental: { proxyClientMaxBodySize: "256kb" },
  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    ...["/api/:path*", "/healthz", "/readyz", "/metrics"].map((source) => ({
      source,
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
    {
      // Browsers ignore it without TLS, as the standard (RFC 6797) forbids to send it there.
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: `max-age=${2 * YEAR_SECONDS}; includeSubDomains` }],
    },
  ],
};

export default createNextIntlPlugin("./lib/web/i18n.ts")(config);
