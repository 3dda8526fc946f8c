// The set-up steps that `npm start` and `npm test` share. Plain Node without packages: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const NODE_MIN = [20, 19];
const INSTALL_BYTES = 2.5e9;
const RUN_BYTES = 3e8;

/** Prints what is wrong and what to do, and stops. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

export function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1])) {
    fail(
      `Waymark needs Node.js ${NODE_MIN.join(".")} or newer, but this is ${process.versions.node}. Get it from https://nodejs.org.`,
    );
  }
  process.chdir(ROOT);
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    fail(`The folder ${ROOT} cannot be written. Give yourself the right to, or copy Waymark to a folder of your own.`);
  }
  const { bavail, bsize } = statfsSync(ROOT);
  const needed = existsSync("node_modules/next") ? RUN_BYTES : INSTALL_BYTES;
  if (bavail * bsize < needed) {
    fail(
      `The disk of ${ROOT} has ${(bavail * bsize) / 1e9 < 0.1 ? "almost nothing" : `${((bavail * bsize) / 1e9).toFixed(1)} GB`} free, but ${(needed / 1e9).toFixed(1)} GB are needed. Make room and start again.`,
    );
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
}

const STOPPING_MS = 3000;

/** @returns a free port's number, or stops with a message that names the taken one */
export async function checkPort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    fail(`PORT=${process.env.PORT} is not a port: use a number from 1 to 65535.`);
  const isFree = () =>
    new Promise((resolve) => {
      const server = net.createServer();
      server.once("error", () => resolve(false));
      server.listen(port, () => server.close(() => resolve(true)));
    });
  // A server that was told to stop a moment ago lets what it does come to an end.
  const giveUpMs = Date.now() + STOPPING_MS;
  let free = await isFree();
  while (!free && Date.now() < giveUpMs) {
    await sleep(200);
    free = await isFree();
  }
  if (!free)
    fail(
      `Port ${port} is taken by another program. Stop that one, or start Waymark elsewhere: PORT=${port + 1} npm start`,
    );
  return port;
}

function listFiles(place) {
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(place, entry.name);
    if (entry.name === "generated" || entry.name === "models") return [];
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}

/** Hash of files and folders by content, so that a fresh checkout of the same content counts as unchanged. */
function hashOf(places) {
  const hash = createHash("sha256").update(process.version);
  const files = places
    .filter(existsSync)
    .flatMap((place) => (statSync(place).isDirectory() ? listFiles(place) : [place]));
  for (const file of files.sort()) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** Runs a step unless its inputs are those of the last time that it succeeded. */
function runStep(name, { inputs, stamp, output, command, args, env = {} }) {
  const hash = hashOf(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log(`\n${name} …`);
  const startedMs = Date.now();
  const isWindows = process.platform === "win32";
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: isWindows, env: { ...process.env, ...env } });
  if (status !== 0) fail(`${name} failed (see above). Mend that and run the same command again: it goes on from here.`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`${name}: done in ${((Date.now() - startedMs) / 1000).toFixed(0)} s`);
}

export function installPackages() {
  runStep("Installing packages (1 to 2 minutes the first time)", {
    inputs: ["package.json", "package-lock.json", ".npmrc"],
    stamp: "node_modules/.waymark-installed",
    output: "node_modules/next/package.json",
    command: "npm",
    args: ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
  });
}

export function generateClient() {
  runStep("Generating the database client", {
    inputs: ["prisma/schema.prisma", "package-lock.json"],
    stamp: "node_modules/.waymark-generated",
    output: "lib/db/generated/client.ts",
    command: process.execPath,
    args: ["node_modules/prisma/build/index.js", "generate", "--no-hints"],
  });
}

export function buildApp() {
  runStep("Building the pages (about a minute)", {
    inputs: [
      ...["app", "components", "lib", "prisma/schema.prisma", "next.config.js", "instrumentation.ts", "proxy.ts"],
      ...["tsconfig.json", "package.json", "package-lock.json"],
    ],
    stamp: ".next/.waymark-built",
    output: ".next/BUILD_ID",
    command: process.execPath,
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
}
