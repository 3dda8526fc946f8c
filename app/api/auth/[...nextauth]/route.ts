import type { NextRequest } from "next/server";
import { getCsrfToken, getSession, registerPage, signInPage, signOutPage } from "@/lib/web/web-session";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = typeof getSession;

/** What the pages need of next-auth. Its own pages and redirects are left out. */
const GETS = new Map<string, Handler>([
  ["csrf", getCsrfToken],
  ["session", getSession],
]);
const POSTS = new Map<string, Handler>([
  ["callback/credentials", signInPage],
  ["callback/register", registerPage],
  ["signout", signOutPage],
]);

const dispatch = (handlers: Map<string, Handler>) => async (request: NextRequest, context: Context) => {
  const handler = handlers.get((await context.params).nextauth.join("/"));
  return handler === undefined
    ? new Response(null, { status: 404 })
    : handler(request, { params: Promise.resolve({}) });
};

export const GET = dispatch(GETS);
export const POST = dispatch(POSTS);
