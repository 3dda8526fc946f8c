// `npm start`: everything from an empty checkout to a running server. `npm run dev` is the same with hot reload instead of a build.
import { spawn } from "node:child_process";
import { buildApp, checkMachine, checkPort, generateClient, installPackages } from "./prepare.mjs";

const isDev = process.argv.includes("--dev");

checkMachine();
const port = await checkPort(Number(process.env.PORT || 3000));
installPackages();
generateClient();
if (!isDev) buildApp();

const server = spawn(
  process.execPath,
  ["node_modules/next/dist/bin/next", isDev ? "dev" : "start", "--port", String(port)],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: isDev ? "development" : "production",
    },
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
