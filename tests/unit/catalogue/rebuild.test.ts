import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildCatalogue } from "@/scripts/build-catalogue/build-catalogue";
import { locateSources } from "@/scripts/build-catalogue/read/locate-sources";
import { readSources } from "@/scripts/build-catalogue/read-sources";
import { toCatalogueReport } from "@/scripts/build-catalogue/report/catalogue-report";
import { toCatalogueFiles } from "@/scripts/build-catalogue/write-catalogue";

const ROOT = new URL("../../../", import.meta.url);
const SOURCE = fileURLToPath(new URL("../shared/data", ROOT));

test("the shipped files are what the build makes of the sources, byte for byte", { timeout: 120_000 }, async (ctx) => {
  if (!existsSync(SOURCE)) {
    console.warn("SKIPPED: ../shared/data is absent, so the shipped catalogue was NOT compared with a fresh build.");
    ctx.skip("../shared/data is absent");
  }
  const sources = await readSources(locateSources(SOURCE));
  const catalogue = buildCatalogue(sources);
  for (const [name, text] of toCatalogueFiles(catalogue, toCatalogueReport(catalogue, sources))) {
    const shipped = readFileSync(new URL(`prisma/catalogue/${name}`, ROOT), "utf8");
    // A boolean keeps a failure from printing megabytes.
    expect(shipped === text, `${name} differs: run npm run catalogue:build and review the change`).toBe(true);
  }
});
