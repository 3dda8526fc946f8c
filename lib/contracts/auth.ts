import { z } from "zod";
import { StorableText } from "./operation";

export const EMAIL_LENGTH_MAX = 254;
export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 200;

/** Characters as a person counts them: an emoji of two UTF-16 units is one. */
const countCharacters = (text: string): number => [...text].length;

const passwordWithin = (min: number, message: string) =>
  z
    .string()
    .refine((text) => countCharacters(text) >= min && countCharacters(text) <= PASSWORD_LENGTH_MAX, message)
    .meta({ minLength: min, maxLength: PASSWORD_LENGTH_MAX });

/** Any characters, as typed: no rules of composition, nothing cut off. */
export const NewPasswordSchema = passwordWithin(
  PASSWORD_LENGTH_MIN,
  `must have ${PASSWORD_LENGTH_MIN} to ${PASSWORD_LENGTH_MAX} characters`,
);

/** A password that exists may be older than today's rules. */
export const KnownPasswordSchema = passwordWithin(1, `must have 1 to ${PASSWORD_LENGTH_MAX} characters`);

/** Trimmed and in lower case, as it is stored. */
export const EmailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("must be an e-mail address, such as ana@example.com").max(EMAIL_LENGTH_MAX));

/** Whatever was typed: an address that nobody can have is only one that is not known. */
const KnownEmailSchema = StorableText.trim().toLowerCase().min(1).max(EMAIL_LENGTH_MAX);

export const RegisterRequestSchema = z.strictObject({ email: EmailSchema, password: NewPasswordSchema });
export const LoginRequestSchema = z.strictObject({ email: KnownEmailSchema, password: KnownPasswordSchema });
export const RefreshRequestSchema = z.strictObject({ refreshToken: z.string().min(1).max(500) });

export const TokensReplySchema = z.object({
  /** Sent as `Authorization: Bearer ...`. */
  accessToken: z.string(),
  /** Good for one refresh within seven days; using it twice ends every token that came from it. */
  refreshToken: z.string(),
  /** Seconds for which the access token is good. */
  expiresIn: z.literal(900),
  tokenType: z.literal("Bearer"),
});

export type RegisterRequest = z.input<typeof RegisterRequestSchema>;
export type LoginRequest = z.input<typeof LoginRequestSchema>;
export type TokensReply = z.infer<typeof TokensReplySchema>;
