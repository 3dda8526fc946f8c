import { inflateSync } from "node:zlib";

/**
 * The text of a PDF whose fonts are embedded with a table of what their glyphs mean, as ours are: one line a piece of text, in the order
 * in which it is drawn.
 */
export function readPdfText(file: Buffer): string[] {
  const source = file.toString("latin1");
  const objects = new Map(
    [...source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = "", body = ""]) => [id, body]),
  );
  const maps = new Map<string, Map<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = "", id = ""] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1] ?? "";
      maps.set(name, readGlyphTable(inflate(objects.get(table) ?? "")));
    }
  }
  return [...objects.values()]
    .map(inflate)
    .filter((content) => content.includes("BT\n"))
    .flatMap((content) => readPieces(content, maps));
}

function inflate(body: string): string {
  const [head = "", stream] = body.split(/\nstream\n/, 2);
  if (stream === undefined) return "";
  const bytes = Buffer.from(body.slice(head.length + "\nstream\n".length).replace(/\nendstream$/, ""), "latin1");
  return head.includes("/FlateDecode") ? inflateSync(bytes).toString("latin1") : bytes.toString("latin1");
}

/** Glyph in four hexadecimal digits -> text. */
function readGlyphTable(cmap: string): Map<string, string> {
  const entries = [...cmap.matchAll(/<(\w+)> <\w+> \[(.*?)\]/g)].flatMap(([, start = "0", list = ""]) =>
    [...list.matchAll(/<([\w ]*)>/g)].map(([, codes = ""], at): [string, string] => [
      (Number.parseInt(start, 16) + at).toString(16).padStart(4, "0"),
      Buffer.from(codes.replaceAll(" ", ""), "hex").swap16().toString("utf16le"),
    ]),
  );
  return new Map(entries);
}

function readPieces(content: string, maps: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const pieces: string[] = [];
  let glyphs: ReadonlyMap<string, string> = new Map();
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (font !== undefined) glyphs = maps.get(font) ?? new Map();
    const codes = [...(shown ?? "").matchAll(/<(\w+)>/g)].map(([, code = ""]) => code).join("");
    if (shown !== undefined) pieces.push((codes.match(/.{4}/g) ?? []).map((code) => glyphs.get(code) ?? "").join(""));
  }
  return pieces;
}
