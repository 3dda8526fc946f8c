import type { NextApiRequest, NextApiResponse } from "next";
import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { logger } from "@/lib/adapters/logger";
import { AppError } from "@/lib/errors";
import { toCsrfCookieName } from "./cookies";
import { getSessionSecret, SESSION_SECONDS, toClaims, toSessionCookieName } from "./session-cookie";

/** Whom a sign-in is for. */
export type SignedIn = { id: string; sessionEpoch: number };

export type NextAuthCall = {
  /** Such as callback/credentials. */
  action: string;
  isSecure: boolean;
  body?: Record<string, string>;
  /** Checks what was sent with a sign-in. */
  authorize?: () => Promise<SignedIn>;
  /** What the session tells the browser about its person. */
  person?: { id: string; role: string; email: string | null };
};

export type NextAuthReply = { body: unknown; cookies: string[] };

const COOKIE_NAME = /^(__Host-)?waymark_/;

/**
 * Lets next-auth handle one request, with a configuration made for it: the names of its cookies depend on the protocol that the request
 * came by, and nothing on the host. It is called the way that hands it the request's parts, since the other way reads them from Next's
 * globals. What it says about redirects is not used, so that no address can be slipped in.
 * @throws what `authorize` throws; AppError FORBIDDEN when the token against forged requests is missing or another
 */
export async function callNextAuth(request: NextRequest, call: NextAuthCall): Promise<NextAuthReply> {
  let failure: unknown;
  const authorize = async () => {
    try {
      return (await call.authorize?.()) ?? null;
    } catch (error) {
      failure = error;
      return null;
    }
  };
  const { reply, response } = makeResponse();
  const [action, providerId] = call.action.split("/");
  const handed = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(
      request.cookies.getAll().flatMap(({ name, value }) => (COOKIE_NAME.test(name) ? [[name, value]] : [])),
    ),
    query: { nextauth: [action, providerId].filter((part) => part !== undefined) },
    body: { ...call.body, json: "true" },
  };
  await NextAuth(handed as unknown as NextApiRequest, response, toOptions(call, authorize));
  if (failure !== undefined) throw failure;
  if (isRefused(reply.body)) {
    throw new AppError("FORBIDDEN", {
      publicMessage: "This page was open for too long. Please reload it and try again.",
    });
  }
  return reply;
}

/** next-auth says so only by where it would send the browser. */
function isRefused(body: unknown): boolean {
  return /\?csrf=true$/.test((body as { url?: string } | null)?.url ?? "");
}

function toOptions(call: NextAuthCall, authorize: () => Promise<SignedIn | null>): NextAuthOptions {
  const { isSecure, person } = call;
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
  const toProvider = (id: string) => ({ id, name: id, type: "credentials", credentials: {}, authorize }) as unknown;
  return {
    secret: getSessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: toSessionCookieName(isSecure), options },
      csrfToken: { name: toCsrfCookieName(isSecure), options },
    },
    providers: ["credentials", "register"].map((id) => toProvider(id) as CredentialsConfig),
    callbacks: {
      jwt: ({ token, user }) => {
        const signedIn = user as unknown as SignedIn | undefined;
        return signedIn === undefined ? token : toClaims(signedIn);
      },
      // Its own idea of the end counts from now.
      session: ({ token }) => ({ user: person, expires: new Date(Number(token.exp) * 1000).toISOString() }),
    },
    logger: {
      error: (code) => logger.error({ code }, "next-auth failed"),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** As much of a response as next-auth uses. */
function makeResponse(): { reply: NextAuthReply; response: NextApiResponse } {
  const reply: NextAuthReply = { body: null, cookies: [] };
  const keep = (body: unknown) => {
    reply.body = body;
  };
  const response = {
    status: () => response,
    getHeader: () => reply.cookies,
    setHeader: (name: string, value: string | string[]) => {
      // Where to go next is the page's to know.
      if (name === "Set-Cookie") reply.cookies = [value].flat().filter((cookie) => !cookie.includes("callback-url="));
      return response;
    },
    json: keep,
    send: keep,
    end: () => {},
  };
  return { reply, response: response as unknown as NextApiResponse };
}
