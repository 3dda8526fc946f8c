import { execFileSync } from "node:child_process";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const GZIP_BYTES_MAX = 5000;

/** What all pages with the tracker share with it anyway. */
const SHARED = ["react", "react/*", "next/*", "next-intl", "@mui/*", "@tanstack/*", "@/components/ui/*"];

/** Everything that a page with recommendations loads for the tracker, as a bundler shortens it. */
const ENTRY = `
  export { ConsentBanner } from "@/components/tracking/consent-banner";
  export { PrivacyChoices } from "@/components/tracking/privacy-choices";
  export { StartTracking } from "@/components/tracking/start-tracking";
  export { Tracked } from "@/components/tracking/tracked";
`;

test("all of the tracker adds less than 5 kB to a page", () => {
  const esbuild = path.resolve("node_modules/esbuild/bin/esbuild");
  const external = [...SHARED, "./privacy-sheet", "*.css"].map((name) => `--external:${name}`);
  const options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--loader=tsx", "--jsx=automatic"];
  const script = execFileSync(process.execPath, [esbuild, ...options, ...external], { input: ENTRY });
  const bytes = gzipSync(script, { level: 9 }).length;
  expect(bytes).toBeLessThan(GZIP_BYTES_MAX);
  // Nothing to weigh would be light too.
  expect(bytes).toBeGreaterThan(1000);
});
