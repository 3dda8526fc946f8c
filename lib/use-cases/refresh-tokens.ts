import { createHash, randomBytes } from "node:crypto";
import { ACCESS_TOKEN_SECONDS, signAccessToken } from "@/lib/adapters/access-token";
import type { TokensReply } from "@/lib/contracts/auth";
import {
  insertRefreshToken,
  type NewToken,
  revokeRefreshFamily,
  rotateRefreshToken,
  type ShownToken,
} from "@/lib/db/refresh-tokens";
import { AppError } from "@/lib/errors";
import type { Deps } from "./deps";

type TokenDeps = Pick<Deps, "db" | "newId" | "nowMs">;

export const REFRESH_TOKEN_MS = 7 * 24 * 3600 * 1000;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** userId.id.secret: the owner's id leads to the one place where the row can be. */
const TOKEN = new RegExp(`^(${UUID})\\.(${UUID})\\.([\\w-]{43})$`);

/** Whose tokens they are, and the epoch that they count in. */
export type TokenUser = { id: string; sessionEpoch: number };

/** The first tokens of a program that logs in. */
export async function issueTokens(deps: TokenDeps, user: TokenUser): Promise<TokensReply> {
  const { row, secret } = makeToken(deps);
  await insertRefreshToken(deps.db, user, { ...row, familyId: deps.newId(), now: new Date(deps.nowMs()) });
  return toReply(deps, user, `${user.id}.${row.id}.${secret}`);
}

/**
 * Swaps a refresh token for new tokens. A token that was used before is in two hands: its whole family ends.
 * @throws AppError UNAUTHENTICATED: one answer to every token that does not hold
 */
export async function refreshTokens(deps: TokenDeps, refreshToken: string): Promise<TokensReply> {
  const shown = parseToken(refreshToken);
  const now = new Date(deps.nowMs());
  const { row, secret } = makeToken(deps);
  const user = shown === null ? null : await rotateRefreshToken(deps.db, shown, { ...row, now });
  if (user !== null) return toReply(deps, user, `${user.id}.${row.id}.${secret}`);
  if (shown !== null) await revokeRefreshFamily(deps.db, shown, { now, isUsed: true });
  throw new AppError("UNAUTHENTICATED", {
    publicMessage: "The refresh token is not valid or no longer valid. Please log in again.",
  });
}

/** Ends the tokens that came from one login. A token that means nothing is as good as ended. */
export async function revokeTokens(deps: TokenDeps, refreshToken: string): Promise<void> {
  const shown = parseToken(refreshToken);
  if (shown !== null) await revokeRefreshFamily(deps.db, shown, { now: new Date(deps.nowMs()), isUsed: false });
}

function makeToken(deps: TokenDeps): { row: NewToken; secret: string } {
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(deps.nowMs() + REFRESH_TOKEN_MS);
  return { row: { id: deps.newId(), secretHash: toHash(secret), expiresAt }, secret };
}

function parseToken(token: string): ShownToken | null {
  const [, userId, id, secret] = TOKEN.exec(token) ?? [];
  return userId === undefined || id === undefined || secret === undefined
    ? null
    : { userId, id, secretHash: toHash(secret) };
}

/** The secret is 256 random bits, so a fast hash is as good as a slow one. */
const toHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

async function toReply(deps: TokenDeps, user: TokenUser, refreshToken: string): Promise<TokensReply> {
  const accessToken = await signAccessToken(user, deps.nowMs());
  return { accessToken, refreshToken, expiresIn: ACCESS_TOKEN_SECONDS, tokenType: "Bearer" };
}
