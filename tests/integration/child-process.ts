import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type Child = {
  pid: number;
  lines: readonly string[];
  /** The first line that starts so, now or later; an error when the process ends without it. */
  waitForLine: (start: string) => Promise<string>;
  /** kill -9, and its end. */
  kill: () => Promise<void>;
  ended: Promise<number | null>;
};

/** Runs a script of this folder in a process of its own. */
export function startChild(script: URL, args: string[], env: Record<string, string> = {}): Child {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", fileURLToPath(script), ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let pending = "";
  let complaint = "";
  let hasEnded = false;
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdout?.on("data", (data: Buffer) => {
    const parts = (pending + data.toString()).split("\n");
    pending = parts.pop() ?? "";
    lines.push(...parts);
    tellAll();
  });
  child.stderr?.on("data", (data: Buffer) => {
    complaint += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      hasEnded = true;
      tellAll();
      resolve(code);
    });
  });
  const waitForLine = (start: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = lines.find((line) => line.startsWith(start));
        if (found === undefined && !hasEnded) return;
        listeners.delete(check);
        if (found !== undefined) resolve(found);
        else reject(new Error(`ended without "${start}": ${lines.join("; ")}\n${complaint}`));
      };
      listeners.add(check);
      check();
    });
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { pid: child.pid ?? 0, lines, waitForLine, kill, ended };
}
