import { resolve } from "node:path";
import { buildCatalogue } from "./build-catalogue";
import { parseCliArguments, USAGE } from "./cli-arguments";
import { locateSources } from "./read/locate-sources";
import { SourceError } from "./read/source-error";
import { readSources } from "./read-sources";
import { toCatalogueReport } from "./report/catalogue-report";
import { toCatalogueFiles, writeCatalogue } from "./write-catalogue";

async function main(): Promise<void> {
  const cli = parseCliArguments(process.argv.slice(2));
  if (!cli) {
    console.log(USAGE);
    return;
  }
  const folders = locateSources(resolve(cli.source), cli.onet === undefined ? undefined : resolve(cli.onet));
  console.log(`Reading O*NET ${folders.onetVersion} and the other sources ...`);
  const sources = await readSources(folders);
  console.log(`Building ${sources.texts.length} careers and estimating missing ratings ...`);
  const catalogue = buildCatalogue(sources);
  const files = toCatalogueFiles(catalogue, toCatalogueReport(catalogue, sources));
  writeCatalogue(cli.out, files);
  for (const [name, text] of files)
    console.log(`  ${cli.out}/${name}  ${(Buffer.byteLength(text) / 1024).toFixed(0)} kB`);
}

try {
  await main();
} catch (error) {
  // A source or argument at fault is the reader's to fix, and needs no stack; anything else is a bug, and does.
  const isExpected = error instanceof SourceError || !(error instanceof Error) || error.message.includes(USAGE);
  console.error(isExpected ? `catalogue:build: ${error instanceof Error ? error.message : error}` : error);
  process.exitCode = 1;
}
