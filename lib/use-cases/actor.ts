/** Who acts: a known guest or member, or somebody seen for the first time. */
export type Actor = { userId: string | null };
