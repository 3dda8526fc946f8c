import type { FeedText } from "./feed-item";

const START = /<script\b[^>]{0,500}\btype\s*=\s*["']?application\/ld\+json\b[^>]{0,500}>/i;
const END = /<\/script\s*>/i;
/** Longer than any opening tag that START can match. */
const TAIL_LENGTH = 1100;
const SCRIPT_LENGTH_MAX = 5_000_000;

/** What the JSON-LD scripts of a web page hold; one that is too long, or does not end, comes as far as it goes. */
export async function* readHtmlScripts(text: FeedText): AsyncGenerator<string> {
  let rest = "";
  let isInside = false;
  for await (const piece of text) {
    rest += piece;
    for (;;) {
      const found = (isInside ? END : START).exec(rest);
      if (found === null) break;
      if (isInside) yield toJson(rest.slice(0, found.index));
      rest = rest.slice(found.index + found[0].length);
      isInside = !isInside;
    }
    if (!isInside) rest = rest.slice(-TAIL_LENGTH);
    else if (rest.length > SCRIPT_LENGTH_MAX) {
      yield rest;
      rest = "";
      isInside = false;
    }
  }
  if (isInside) yield rest;
}

/** Some pages hide scripts from old browsers in a comment. */
const toJson = (script: string): string =>
  script.replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[)/, "").replace(/(-->|\/\/\s*\]\]>)\s*$/, "");
