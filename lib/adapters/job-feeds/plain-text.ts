import { compile, type HtmlToTextOptions } from "html-to-text";

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "style", format: "skip" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
  limits: { maxDepth: 50, maxChildNodes: 5000 },
};
const toText = compile(OPTIONS);
const toTextByLines = compile({ ...OPTIONS, preserveNewlines: true });

const MARKUP = /<[a-z!/][^>]*>|&(#\d+|#x[\da-f]+|[a-z]+\d*);/i;

/** Where these are, they make the lines; else the text's own line ends do. */
const BLOCK = /<(p|br|li|div|tr|h[1-6])\b/i;

/** Text without markup or control characters; its lines stay apart. HTML that was escaped twice is resolved twice. */
export function toPlainText(text: string): string {
  let plain = text;
  for (let round = 0; round < 2 && MARKUP.test(plain); round++) {
    plain = BLOCK.test(plain) ? toText(plain) : toTextByLines(plain);
  }
  return plain
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u200B-\u200D\uFEFF\uFFFE\uFFFF]/gu, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same on one line. */
export const toPlainLine = (text: string): string => toPlainText(text).replace(/\s+/g, " ");
