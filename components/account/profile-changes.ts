import type { MeReply } from "@/lib/contracts/me";

/** What a person edits on their profile page. */
export type ProfileDraft = Pick<MeReply, "headline" | "skills" | "preferredLocations" | "seniority">;

const NAMES = ["headline", "skills", "preferredLocations", "seniority"] as const;

export const toDraft = ({ headline, skills, preferredLocations, seniority }: MeReply): ProfileDraft => ({
  headline,
  skills,
  preferredLocations,
  seniority,
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two drafts differ, as the second has them: what is left alone elsewhere stays as it is there. */
export function getChanges(from: ProfileDraft, to: ProfileDraft): Partial<ProfileDraft> {
  return Object.fromEntries(NAMES.filter((name) => !isSame(from[name], to[name])).map((name) => [name, to[name]]));
}

/** Takes over what the server made of what was sent, but not over what was typed since. */
export function mergeReply(draft: ProfileDraft, sent: ProfileDraft, reply: ProfileDraft): ProfileDraft {
  return { ...reply, ...getChanges(sent, draft) };
}
