import type { LoginRequest, RegisterRequest } from "@/lib/contracts/auth";
import { fetchJson } from "./fetch-json";

const BASE = "/api/auth";

/**
 * Signs in: the browser keeps the session in a cookie that no script can read. What was done as a guest is the account's afterwards.
 * @throws ApiError; 401 on a wrong address or password, 429 after too many tries
 */
export const signIn = (input: LoginRequest): Promise<void> => post("callback/credentials", input);

/**
 * Makes an account and signs in.
 * @throws ApiError; 400 with the faulty fields, 409 when the address cannot be used
 */
export const register = (input: RegisterRequest): Promise<void> => post("callback/register", input);

/** Ends the session of this browser. */
export const signOut = (): Promise<void> => post("signout", {});

async function post(action: string, input: object): Promise<void> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>(`${BASE}/csrf`);
  await fetchJson(`${BASE}/${action}`, { method: "POST", body: { ...input, csrfToken } });
}
