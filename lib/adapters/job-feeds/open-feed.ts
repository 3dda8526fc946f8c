import { once } from "node:events";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { BrokenFeedError, type FeedText } from "./feed-item";

export type OpenFeed = {
  /** How it begins: enough to tell its format. */
  head: string;
  text: FeedText;
  bytesTotal: number;
  /** Of the file, read so far. */
  bytesRead: () => number;
};

const HEAD_LENGTH = 65_536;

/**
 * Opens a file of postings, also a gzipped one, whatever its name.
 * @throws BrokenFeedError when it cannot be read at all
 */
export async function openFeed(file: string): Promise<OpenFeed> {
  const { size, start } = await readStart(file);
  if (start.subarray(0, 2).equals(Buffer.from("PK"))) throw new BrokenFeedError("it is a zip archive: unpack it first");
  let read = 0;
  async function* readBytes(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file)) {
      read += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const pieces = decode(isGzip ? gunzip(readBytes()) : readBytes());
  let head = "";
  let fault: unknown = null;
  try {
    while (head.length < HEAD_LENGTH) {
      const { value, done } = await pieces.next();
      if (done) break;
      head += value;
    }
  } catch (error) {
    // What came before the fault is read first.
    fault = error;
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    if (fault !== null) throw fault;
    yield* pieces;
  }
  return { head, text: all(), bytesTotal: size, bytesRead: () => read };
}

async function readStart(file: string): Promise<{ size: number; start: Buffer }> {
  try {
    const { size } = await stat(file);
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      if (bytesRead === 0) throw new Error("it is empty");
      return { size, start: buffer };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = { ENOENT: "there is no such file", EISDIR: "it is a folder", EACCES: "permission denied" }[
      code ?? ""
    ];
    throw new BrokenFeedError(`it cannot be read: ${reason ?? message}`, { cause });
  }
}

/** Hands out all there is, also of a file that was cut off; a second reader, whose output nobody needs, tells whether it was. */
async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const checker = createGunzip();
  let fault: Error | null = null;
  const isChecked = new Promise<void>((resolve) => {
    checker.once("end", resolve);
    checker.once("error", (error) => {
      fault = error;
      resolve();
    });
  });
  checker.resume();
  async function* both(): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      if (fault === null && !checker.write(chunk))
        await Promise.race([once(checker, "drain").catch(() => {}), isChecked]);
      yield chunk;
    }
    if (fault === null) checker.end();
  }
  const source = Readable.from(both(), { objectMode: false });
  source.once("error", (error) => reader.destroy(error));
  try {
    for await (const chunk of source.pipe(reader)) yield chunk as Buffer;
    await isChecked;
  } catch (error) {
    fault ??= error as Error;
  }
  if (fault !== null) {
    throw new BrokenFeedError(
      `the gzipped data is cut off or damaged (${(fault as Error).message}): fetch the file again`,
    );
  }
}

/** UTF-8 unless a mark at the start or an XML declaration says otherwise. */
async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= toDecoder(chunk);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

function toDecoder(start: Buffer): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be");
  const declared = /^[^\n]{0,5}<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,20})["']/i.exec(
    start.toString("latin1", 0, 200),
  );
  try {
    return new TextDecoder(declared?.[1] ?? "utf-8");
  } catch {
    throw new BrokenFeedError(`its encoding ${declared?.[1]} is not known: save it as UTF-8`);
  }
}
