/** A host that no address can name: what still has it after parsing stays on this site. */
const HERE = "http://here.invalid";

/** Pages that lead nowhere for somebody who has just signed in. */
const POINTLESS = /^\/(sign-in|register|api)(\/|$)/;

/**
 * Where to go after signing in: a page of this site, whatever the address asks for. The browser's own parser decides, since it is what
 * will follow the path: it takes a backslash for a slash, drops tabs, and makes //host of /.//host.
 */
export function toNextPath(next: string | null | undefined, fallback = "/"): string {
  if (!next?.startsWith("/") || !URL.canParse(next, HERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(next, HERE);
  if (origin !== HERE || pathname.startsWith("//") || POINTLESS.test(pathname)) return fallback;
  return `${pathname}${search}${hash}`;
}

/** The address of a form that goes on to a page when it is done. */
export function withNext(form: "/sign-in" | "/register", next: string): string {
  const path = toNextPath(next);
  return path === "/" ? form : `${form}?next=${encodeURIComponent(path)}`;
}
