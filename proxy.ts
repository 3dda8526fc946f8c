import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { toContentPolicy } from "@/lib/web/content-policy";

/**
 * Gives every page its Content-Security-Policy. Next reads the nonce for its own scripts from the request's header of that name, and
 * app/layout.tsx ours from x-nonce; both replace whatever the client sent under these names.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = toContentPolicy(nonce, {
    isDevelopment: process.env.NODE_ENV === "development",
    isHttps: request.nextUrl.protocol === "https:",
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Everything but files with a hash in their name and the API, whose policy in next.config.js is that they are no pages.
  matcher: "/((?!_next/static/|api/|healthz$|readyz$|metrics$).*)",
};
