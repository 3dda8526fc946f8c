/** The built server as a whole: start, memory, throughput. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import autocannon from "autocannon";
import { QUESTIONS } from "@/lib/engine/profile/questions";
import type { Table } from "../report";

const START_TIMEOUT_MS = 120_000;
const LOAD_SECONDS = 20;
const CONNECTIONS = 10;

export type RunningServer = { url: string; pid: number; startedMs: number; stop: () => Promise<void> };

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Starts the last build and waits for its first page. */
export async function startServer(dataDir: string): Promise<RunningServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const startedMs = performance.now();
  // The flags of scripts/start.mjs.
  const heapFlags = ["--max-old-space-size=384", "--max-semi-space-size=8"];
  const child = spawn(
    process.execPath,
    [...heapFlags, "node_modules/next/dist/bin/next", "start", "--port", String(port)],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        ...{ WAYMARK_DATA: dataDir, DATABASE_URL: "", NODE_ENV: "production", LOG_LEVEL: "error" },
        // One caller sends what many would.
        RATE_LIMIT_SCALE: "0",
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (performance.now() - startedMs < START_TIMEOUT_MS) {
    const reply = await fetch(url).catch(() => null);
    await reply?.arrayBuffer();
    if (reply?.ok) {
      const stop = async () => {
        child.kill("SIGTERM");
        await ended;
      };
      return { url, pid: child.pid ?? 0, startedMs: performance.now() - startedMs, stop };
    }
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill("SIGKILL");
  throw new Error("The server did not start. Run `npm start` once to build it, and see what it prints.");
}

export const SAMPLE_ANSWERS = QUESTIONS.map((question, i) => {
  if (question.kind === "rating") return { questionId: question.id, value: (i * 3) % 11 };
  if (question.kind === "multi") return { questionId: question.id, value: ["independence"] };
  if (question.kind === "text") return { questionId: question.id, value: "Restoring old motorcycles with friends" };
  return { questionId: question.id, value: question.id === "schooling" ? "bachelor" : "equal" };
});

export async function submitSample(url: string): Promise<string> {
  const reply = await fetch(`${url}/api/v1/quiz/submit`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ answers: SAMPLE_ANSWERS }),
  });
  const { sessionId } = (await reply.json()) as { sessionId: string };
  return sessionId;
}

/** Resident memory of a process in MB, where the system tells (Linux). */
function residentMb(pid: number): number | string {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return "unknown";
  }
}

export async function benchServer(): Promise<Table[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-"));
  try {
    const first = await startServer(dataDir);
    await first.stop();
    const starts: number[] = [];
    for (let i = 0; i < 4; i++) {
      const server = await startServer(dataDir);
      starts.push(server.startedMs / 1000);
      await server.stop();
    }
    const server = await startServer(dataDir);
    const sessionId = await submitSample(server.url);
    const load = await autocannon({
      url: `${server.url}/api/v1/results/recommend`,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sessionId }),
      connections: CONNECTIONS,
      duration: LOAD_SECONDS,
    });
    const memory = residentMb(server.pid);
    await server.stop();
    starts.sort((a, b) => a - b);
    return [
      {
        name: "The server",
        note: `Built server, embedded database; ${CONNECTIONS} connections for ${LOAD_SECONDS} s on the same machine as the load.`,
        rows: [
          { what: "first start to first page (database made, catalogue loaded), s", figure: first.startedMs / 1000 },
          { what: "later starts to first page, median of 4, s", figure: ((starts[1] ?? 0) + (starts[2] ?? 0)) / 2 },
          { what: "recommend requests a second", figure: load.requests.average },
          { what: "latency p50 under that load, ms", figure: load.latency.p50 },
          { what: "latency p99 under that load, ms", figure: load.latency.p99 },
          { what: "errors and replies that are not 2xx", figure: load.errors + load.non2xx },
          { what: "memory after the load, MB", figure: memory },
        ],
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
