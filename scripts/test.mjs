// `npm test`: every check and every test, from an empty checkout. Stops at the first step that fails.
import { spawnSync } from "node:child_process";
import { findBrowser } from "./find-browser.mjs";
import { buildApp, checkMachine, fail, generateClient, installPackages } from "./prepare.mjs";

checkMachine();
installPackages();
generateClient();
const browser = await findBrowser();

const hasServer = Boolean(process.env.TEST_DATABASE_URL);
const isWindows = process.platform === "win32";

function run(name, args) {
  console.log(`\n=== ${name}`);
  const startedMs = Date.now();
  const { status } = spawnSync("npm", ["run", "--silent", ...args], {
    stdio: "inherit",
    shell: isWindows,
    env: { ...process.env, CHROMIUM_PATH: browser, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) fail(`${name}: failed. The output above says where.`);
  console.log(`=== ${name}: passed in ${((Date.now() - startedMs) / 1000).toFixed(0)} s`);
}

run("Types, lint, boundaries, unused code", ["check"]);
run("Unit tests", ["test:unit"]);
const engines = hasServer
  ? "embedded database and PostgreSQL server"
  : "embedded database only; set TEST_DATABASE_URL for the server";
run(`Integration tests (${engines})`, ["test:integration"]);
buildApp();
run("Browser tests", ["test:e2e"]);
console.log(`\nAll passed. Integration tests ran on: ${engines}.`);
