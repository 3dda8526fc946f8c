import { readFileSync } from "node:fs";
import path from "node:path";

/** Turns a path as it was sent into the pattern of its route, such as /careers/[code]. There are as many patterns as routes. */
export type ToRoute = (pathname: string) => string;

const UNMATCHED = "unmatched";
/** Files have no route of their own. */
const FILE_PREFIXES = ["/_next/static", "/_next/image", "/models", "/screenshots"];

/** The build's own list of routes; during development there is none. */
export function readRoutePatterns(buildDir: string): ToRoute {
  try {
    const text = readFileSync(path.join(buildDir, "app-path-routes-manifest.json"), "utf8");
    return toMatcher(Object.values(JSON.parse(text) as Record<string, string>));
  } catch {
    return toMatcher([]);
  }
}

/** @param patterns  with [parameters] as Next writes them */
export function toMatcher(patterns: readonly string[]): ToRoute {
  const known = [...new Set(patterns)].map((pattern) => ({ pattern, parts: pattern.split("/") }));
  const exact = new Set(known.filter(({ pattern }) => !pattern.includes("[")).map(({ pattern }) => pattern));
  // Of two that fit, the one that says more.
  const open = known
    .filter(({ pattern }) => pattern.includes("["))
    .sort((a, b) => a.pattern.split("[").length - b.pattern.split("[").length);
  return (pathname) => {
    if (exact.has(pathname)) return pathname;
    const folder = FILE_PREFIXES.find((prefix) => pathname.startsWith(`${prefix}/`));
    if (folder !== undefined) return `${folder}/*`;
    const sent = pathname.split("/");
    return open.find(({ parts }) => isMatch(parts, sent))?.pattern ?? UNMATCHED;
  };
}

function isMatch(parts: readonly string[], sent: readonly string[]): boolean {
  if (parts.at(-1)?.startsWith("[...")) {
    return sent.length >= parts.length && isMatch(parts.slice(0, -1), sent.slice(0, parts.length - 1));
  }
  return (
    parts.length === sent.length &&
    parts.every((part, i) => part === sent[i] || (part.startsWith("[") && sent[i] !== ""))
  );
}
