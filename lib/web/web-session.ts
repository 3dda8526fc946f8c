import { z } from "zod";
import { LoginRequestSchema, RegisterRequestSchema } from "@/lib/contracts/auth";
import { DONE, type Operation } from "@/lib/contracts/operation";
import { endSession } from "@/lib/use-cases/end-session";
import { getMe } from "@/lib/use-cases/get-me";
import { registerAccount } from "@/lib/use-cases/register-account";
import { signIn } from "@/lib/use-cases/sign-in";
import { toForgottenGuest } from "./guest-cookie";
import { callNextAuth, type SignedIn } from "./next-auth";
import { type Call, route } from "./route";
import { readSessionCookie } from "./session-cookie";

// The pages' own endpoints are no part of the documented API: programs log in for tokens instead.
const PAGES_ONLY = { tag: "Accounts", summary: "", access: "anyone", reply: z.unknown(), problems: {} } as const;
const CSRF = { csrfToken: z.string().max(200) };

const CSRF_OPERATION = { ...PAGES_ONLY, method: "get", path: "/auth/csrf" } as const satisfies Operation;
const SESSION_OPERATION = { ...PAGES_ONLY, method: "get", path: "/auth/session" } as const satisfies Operation;
const SIGN_IN_OPERATION = {
  ...PAGES_ONLY,
  method: "post",
  path: "/auth/callback/credentials",
  limit: "auth",
  body: LoginRequestSchema.extend(CSRF),
} as const satisfies Operation;
const REGISTER_OPERATION = {
  ...PAGES_ONLY,
  method: "post",
  path: "/auth/callback/register",
  limit: "auth",
  body: RegisterRequestSchema.extend(CSRF),
} as const satisfies Operation;
const SIGN_OUT_OPERATION = {
  ...PAGES_ONLY,
  method: "post",
  path: "/auth/signout",
  body: z.strictObject(CSRF),
} as const satisfies Operation;

/** The token that must come back in a body, its other half in a cookie: no other site can read either. */
export const getCsrfToken = route(CSRF_OPERATION, async ({ request, isSecure }) => {
  const { body, cookies } = await callNextAuth(request, { action: "csrf", isSecure });
  return { reply: body, cookies };
});

/** Whose the session is: id, role and address, and when it ends; an empty object without one. */
export const getSession = route(SESSION_OPERATION, async ({ request, deps, actor, isSecure }) => {
  if (actor.via !== "session_cookie") return { reply: {} };
  const { id, role, email } = await getMe(deps, actor);
  // The cookies are left out: a session ends 30 days after signing in, however often somebody asks about it.
  return { reply: (await callNextAuth(request, { action: "session", isSecure, person: { id, role, email } })).body };
});

export const signInPage = route(SIGN_IN_OPERATION, (call) =>
  startSession(call, "callback/credentials", () => signIn(call.deps, call.actor, call.body)),
);

export const registerPage = route(REGISTER_OPERATION, (call) =>
  startSession(call, "callback/register", () => registerAccount(call.deps, call.actor, call.body)),
);

export const signOutPage = route(SIGN_OUT_OPERATION, async ({ request, deps, body, isSecure }) => {
  const session = await readSessionCookie(request.cookies, isSecure);
  const { cookies } = await callNextAuth(request, { action: "signout", isSecure, body });
  if (session !== null) await endSession(deps, session);
  return { reply: DONE, cookies };
});

type PageCall = Call<typeof SIGN_IN_OPERATION> | Call<typeof REGISTER_OPERATION>;

async function startSession(call: PageCall, action: string, authorize: () => Promise<SignedIn>) {
  const { request, actor, isSecure, body } = call;
  const { cookies } = await callNextAuth(request, { action, isSecure, body, authorize });
  return { reply: DONE, cookies: [...cookies, ...toForgottenGuest(actor)] };
}
