/**
 * `npm run bench -- [engine] [ranker] [tracking] [import] [jobs] [server] [web] [--large]`: speed. Without names it measures everything. The last
 * two need `npm start` once before; `--large` has the ranker learn from a million rows as well.
 */
import { report } from "../report";
import { benchEngine } from "./engine";
import { benchImport } from "./import";
import { benchJobs } from "./jobs";
import { benchRanker } from "./ranker";
import { benchServer } from "./server";
import { benchTracking } from "./tracking";
import { benchWeb } from "./web";

const LARGE = "--large";
const isLarge = process.argv.includes(LARGE);

const BENCHES = {
  engine: benchEngine,
  ranker: () => benchRanker(isLarge),
  tracking: benchTracking,
  import: benchImport,
  jobs: benchJobs,
  server: benchServer,
  web: benchWeb,
};
type Name = keyof typeof BENCHES;

const names = process.argv.slice(2).filter((name) => name !== LARGE);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}: choose from ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
for (const name of (names.length > 0 ? names : Object.keys(BENCHES)) as Name[]) {
  report(`bench-${name}`, await BENCHES[name]());
}
