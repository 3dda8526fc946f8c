import { z } from "zod";
import { EmailSchema, KnownPasswordSchema, NewPasswordSchema, TokensReplySchema } from "./auth";
import { DoneReplySchema, StorableText } from "./operation";
import { RoleSchema } from "./roles";

export const SENIORITIES = ["ENTRY", "JUNIOR", "MID", "SENIOR", "LEAD", "PRINCIPAL"] as const;
export const HEADLINE_LENGTH_MAX = 120;
export const SKILL_LENGTH_MAX = 60;
export const SKILL_COUNT_MAX = 50;
export const LOCATION_LENGTH_MAX = 80;
export const LOCATION_COUNT_MAX = 10;

/** One line of text: what comes from a paste is put on one. */
const Line = StorableText.overwrite((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim());

/** No entry twice, whichever case it is written in; the first spelling stays. */
function uniqueLines(lengthMax: number, countMax: number) {
  return z
    .array(Line.min(1).max(lengthMax))
    .max(countMax)
    .overwrite((lines) =>
      [...new Map(lines.toReversed().map((line) => [line.toLowerCase(), line])).values()].reverse(),
    );
}

export const ProfileSchema = z.object({
  headline: z.string(),
  skills: z.array(z.string()),
  preferredLocations: z.array(z.string()),
  seniority: z.enum(SENIORITIES).nullable(),
  /** Whether what the person saved and dismissed moves their recommendations. */
  usesHistory: z.boolean(),
});

export const MeReplySchema = ProfileSchema.extend({
  id: z.uuid(),
  role: RoleSchema,
  /** null for guests */
  email: z.string().nullable(),
  /** null before they were asked */
  trackingConsent: z.boolean().nullable(),
  createdAt: z.iso.datetime(),
});

export const UpdateMeRequestSchema = z.strictObject({
  headline: Line.max(HEADLINE_LENGTH_MAX).optional(),
  skills: uniqueLines(SKILL_LENGTH_MAX, SKILL_COUNT_MAX).optional(),
  preferredLocations: uniqueLines(LOCATION_LENGTH_MAX, LOCATION_COUNT_MAX).optional(),
  seniority: z.enum(SENIORITIES).nullable().optional(),
  usesHistory: z.boolean().optional(),
});

/** For callers with an access token: the change ended their tokens, and these go on instead. */
const NewTokens = { tokens: TokensReplySchema.optional() };

export const ChangePasswordRequestSchema = z.strictObject({
  currentPassword: KnownPasswordSchema,
  newPassword: NewPasswordSchema,
});
export const ChangePasswordReplySchema = DoneReplySchema.extend(NewTokens);

export const ChangeEmailRequestSchema = z.strictObject({ email: EmailSchema, password: KnownPasswordSchema });
export const ChangeEmailReplySchema = MeReplySchema.extend(NewTokens);

/** The version of the text that consent is given to; a change of its meaning is a new version. */
export const POLICY_VERSION = "2026-11-21";

export const SetConsentRequestSchema = z.strictObject({ tracking: z.boolean() });
export const SetConsentReplySchema = z.object({ tracking: z.boolean().nullable() });
export const ConsentReplySchema = SetConsentReplySchema.extend({ policyVersion: z.string() });

export const SkillsQuerySchema = z.object({
  q: StorableText.trim().max(SKILL_LENGTH_MAX).default(""),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export const SkillsReplySchema = z.object({ items: z.array(z.string()) });

export type Profile = z.infer<typeof ProfileSchema>;
export type MeReply = z.infer<typeof MeReplySchema>;
export type ProfileChanges = z.output<typeof UpdateMeRequestSchema>;
export type ChangePasswordRequest = z.input<typeof ChangePasswordRequestSchema>;
export type ChangeEmailRequest = z.input<typeof ChangeEmailRequestSchema>;
export type SetConsentReply = z.infer<typeof SetConsentReplySchema>;
export type ConsentReply = z.infer<typeof ConsentReplySchema>;
export type SkillsReply = z.infer<typeof SkillsReplySchema>;
