import net from "node:net";

/** As much of a Redis server as counting needs: the limiter's one script, on the wire's own protocol (RESP 2). */
export type FakeRedis = {
  url: string;
  /** Counts by key, to see who counted. */
  counts: Map<string, number>;
  /** Drops every connection and takes no new ones, or comes back on the same port. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
};

export async function startFakeRedis(): Promise<FakeRedis> {
  const counts = new Map<string, number>();
  const sockets = new Set<net.Socket>();
  let port = 0;
  let server: net.Server | undefined;
  const start = async (): Promise<void> => {
    server = net.createServer((socket) => {
      sockets.add(socket);
      let pending = "";
      socket.on("error", () => {});
      socket.on("data", (data) => {
        const { commands, rest } = parseCommands(pending + data.toString());
        pending = rest;
        for (const command of commands) socket.write(answer(command, counts));
      });
    });
    await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
    port = (server.address() as net.AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await new Promise((resolve) => server?.close(resolve));
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, counts, start, stop };
}

function answer([name = "", ...args]: string[], counts: Map<string, number>): string {
  switch (name.toLowerCase()) {
    case "info":
      return bulk("redis_version:7.0.0\r\nloading:0\r\n");
    case "evalsha":
    case "eval": {
      // The script, how many keys, the key, points to add, seconds.
      const [, , key = "", points = "0", seconds = "0"] = args;
      const count = (counts.get(key) ?? 0) + Number(points);
      counts.set(key, count);
      return `*2\r\n:${count}\r\n:${Number(seconds) * 1000}\r\n`;
    }
    case "hello":
      return "-ERR unknown command 'HELLO'\r\n";
    default:
      return "+OK\r\n";
  }
}

const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

/** Arrays of bulk strings, as clients send them; none of them holds a line break here. */
function parseCommands(text: string): { commands: string[][]; rest: string } {
  const commands: string[][] = [];
  let rest = text;
  for (;;) {
    const head = /^\*(\d+)\r\n/.exec(rest);
    if (head === null) return { commands, rest };
    const parts: string[] = [];
    let at = head[0].length;
    while (parts.length < Number(head[1])) {
      const size = /^\$(\d+)\r\n/.exec(rest.slice(at));
      const start = at + (size?.[0].length ?? 0);
      const end = start + Number(size?.[1]);
      if (size === null || rest.length < end + 2) return { commands, rest };
      parts.push(rest.slice(start, end));
      at = end + 2;
    }
    commands.push(parts);
    rest = rest.slice(at);
  }
}
