/** MUI puts one fixed style element in for a moment when the color scheme changes, without a nonce. A browser test notices another text. */
const NO_TRANSITIONS_HASH = "'sha256-GNF74DLkXb0fH3ILHgILFjk1ozCF3SNXQ5mQb7WLu/Y='";

/**
 * The Content-Security-Policy of a page. Only scripts and style elements that carry the nonce of this very reply run, and what those
 * load themselves; nothing comes from or goes to another site.
 * @param nonce  fresh for every reply
 */
export function toContentPolicy(nonce: string, { isDevelopment = false, isHttps = false }): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    // React uses eval to rebuild call stacks while developing.
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // Next's error overlay brings style elements of its own while developing; a nonce would switch 'unsafe-inline' off.
    "style-src": ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`, NO_TRANSITIONS_HASH])],
    // React's style attributes: they can change looks, but load nothing that the other directives do not allow.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(isHttps ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
