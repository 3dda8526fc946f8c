import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const START_MS_MAX = 60_000;

export type OwnServer = {
  url: string;
  child: ChildProcess;
  /** Everything that it printed. */
  output: () => string;
  /** Sends the signal, and resolves with the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A server of the same build with settings of its own, for tests that end it or read what it prints. */
export async function startOwnServer(env: Record<string, string>, command?: string[]): Promise<OwnServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const defaults = { NODE_ENV: "production" as const, DATABASE_URL: "", PORT: String(port), LOG_LEVEL: "info" };
  const next = ["node_modules/next/dist/bin/next", "start", "--port", String(port)];
  const child = spawn(process.execPath, command ?? next, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...defaults, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data: Buffer) => {
      output += data.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  const startedMs = Date.now();
  while (Date.now() - startedMs < START_MS_MAX && child.exitCode === null) {
    const reply = await fetch(`${url}/readyz`).catch(() => null);
    if (reply?.ok) return { url, child, output: () => output, stop };
    await delay(50);
  }
  await stop("SIGKILL");
  throw new Error(`The server did not start:\n${output}`);
}
