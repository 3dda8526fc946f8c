import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { getAuthSecret } from "./auth-secret";

export const ACCESS_TOKEN_SECONDS = 900;
const ALGORITHM = "HS256";
const ISSUER = "waymark";
const AUDIENCE = "waymark-api";
/** How far the clocks of two servers may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

const ClaimsSchema = z.object({ sub: z.uuid(), epoch: z.number().int() });

let key: Uint8Array | undefined;

/** A key of its own, so that nothing else which the secret signs can pass for an access token. */
function getKey(): Uint8Array {
  key ??= new Uint8Array(hkdfSync("sha256", getAuthSecret(), "", "waymark access token", 32));
  return key;
}

/** A JWT (HS256) that lets a program act as a user for a quarter of an hour. */
export function signAccessToken(user: { id: string; sessionEpoch: number }, nowMs: number): Promise<string> {
  const nowSeconds = Math.floor(nowMs / 1000);
  return new SignJWT({ epoch: user.sessionEpoch })
    .setProtectedHeader({ alg: ALGORITHM, typ: "at+jwt" })
    .setSubject(user.id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + ACCESS_TOKEN_SECONDS)
    .sign(getKey());
}

/** Whom an access token stands for; null when it is forged, expired, of another kind or for another audience. */
export async function readAccessToken(token: string, nowMs: number): Promise<{ userId: string; epoch: number } | null> {
  try {
    const { payload } = await jwtVerify(token, getKey(), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: "at+jwt",
      requiredClaims: ["exp", "iat", "sub"],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
    });
    const claims = ClaimsSchema.safeParse(payload);
    return claims.success ? { userId: claims.data.sub, epoch: claims.data.epoch } : null;
  } catch {
    return null;
  }
}
