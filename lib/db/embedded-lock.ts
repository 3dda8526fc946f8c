import { createHash } from "node:crypto";
import { realpathSync, unlinkSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const PROBE_TIMEOUT_MS = 1000;

/**
 * Locks an embedded database's folder for this process.
 *
 * PGlite has no lock of its own, and two processes on one folder silently lose each other's commits. The lock is a listening
 * local socket, since the kernel drops it with the process, even on kill -9: a lock file would have to go stale first.
 * @throws Error that names the process which holds the folder
 */
export async function lockEmbeddedFolder(dataDir: string): Promise<{ release: () => void }> {
  const name = socketName(dataDir);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = net.createServer((socket) => {
      // Who asked may be gone before the answer: that must not end the process that holds the folder.
      socket.on("error", () => {});
      socket.end(String(process.pid));
    });
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once("error", resolve);
      server.listen(name, () => resolve(null));
    });
    if (error === null) {
      server.unref();
      return { release: () => server.close() };
    }
    if (error.code !== "EADDRINUSE") throw error;
    const holder = await askHolder(name);
    if (holder !== null) {
      throw new Error(
        `The embedded database in ${dataDir} is in use by process ${holder}. Stop that process, give this one another folder with WAYMARK_DATA, or let both share a PostgreSQL server with DATABASE_URL.`,
      );
    }
    // Outside Linux and Windows a socket is a file, and a crash leaves it behind with nobody listening.
    if (name.startsWith(os.tmpdir())) unlinkSync(name);
  }
  throw new Error(`The embedded database in ${dataDir} could not be locked.`);
}

function socketName(dataDir: string): string {
  const key = createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 24);
  if (process.platform === "linux") return `\0waymark-${key}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\waymark-${key}`;
  return path.join(os.tmpdir(), `waymark-${key}.sock`);
}

/** The process id of the listener; "unknown" when it does not answer in time, null when nobody listens. */
function askHolder(name: string): Promise<string | null> {
  return new Promise((resolve) => {
    let reply = "";
    const socket = net.connect(name);
    socket.setTimeout(PROBE_TIMEOUT_MS, () => {
      socket.destroy();
      resolve("unknown");
    });
    socket.on("data", (data) => {
      reply += data.toString();
    });
    socket.on("end", () => resolve(reply || "unknown"));
    socket.on("error", () => resolve(null));
  });
}
