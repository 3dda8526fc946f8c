/** `npm run bench -- [engine] [server] [web]`: speed. Without names it measures everything. The last two need `npm start` once before. */
import { report } from "../report";
import { benchEngine } from "./engine";
import { benchServer } from "./server";
import { benchWeb } from "./web";

const BENCHES = { engine: benchEngine, server: benchServer, web: benchWeb };
type Name = keyof typeof BENCHES;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}: choose from ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
for (const name of (names.length > 0 ? names : Object.keys(BENCHES)) as Name[]) {
  report(`bench-${name}`, await BENCHES[name]());
}
