// `npm start`: everything from an empty checkout to a running server. `npm run dev` is the same with hot reload instead of a build.
import { spawn } from "node:child_process";
import { buildApp, checkMachine, checkPort, generateClient, installPackages } from "./prepare.mjs";

const isDev = process.argv.includes("--dev");

checkMachine();
const port = await checkPort(Number(process.env.PORT || 3000));
installPackages();
generateClient();
if (!isDev) buildApp();

// Left alone, V8 lets its heap grow with the machine's memory; the server needs a fraction of this.
const heapFlags = isDev ? [] : ["--max-old-space-size=384", "--max-semi-space-size=8"];

const server = spawn(
  process.execPath,
  [...heapFlags, "node_modules/next/dist/bin/next", isDev ? "dev" : "start", "--port", String(port)],
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
// The server ends when what it was doing is done, and this process with it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 1 : 0)));
