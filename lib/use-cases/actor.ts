import type { Role } from "@/lib/contracts/roles";

/** Who acts: somebody with an account, a known guest, or somebody seen for the first time. */
export type Actor = {
  userId: string | null;
  /** null for somebody seen for the first time */
  role: Role | null;
  /** How they showed who they are. Only cookies are sent by a browser on its own, so only those need protection against forged requests. */
  via: "nothing" | "guest_cookie" | "session_cookie" | "bearer";
  /** A browser, rather than a program that sends what it means to. */
  isBrowser: boolean;
  /** Sends Do Not Track or Global Privacy Control. */
  isOptedOut: boolean;
};

/** Somebody seen for the first time, through a program. */
export const NOBODY: Actor = { userId: null, role: null, via: "nothing", isBrowser: false, isOptedOut: false };
