/** What this site remembers in a browser beside the cookies that its server sets. A test compares it with the code. */

/** Set when a guest does not want an account for now. It says nothing about who they are. */
export const KEEP_LATER_COOKIE = { name: "waymark_keep_later", path: "/results", seconds: 30 * 24 * 3600 } as const;

export type StoragePurpose = "quiz" | "compare" | "choice" | "events" | "notes" | "swipes" | "seen" | "theme";

/** Keys of the browser's own storage, which is never sent to the server. */
export const STORAGE_KEYS = [
  { key: "waymark.quiz.v1", purpose: "quiz" },
  { key: "waymark.compare", purpose: "compare" },
  { key: "waymark.tracking", purpose: "choice" },
  /** One key an event; it starts so. */
  { key: "waymark.event.", purpose: "events" },
  /** One key a career or an application whose note could not be saved yet; it starts so. */
  { key: "waymark.note.", purpose: "notes" },
  /** One key a job whose swipe was not confirmed yet; it starts so. */
  { key: "waymark.swipe.", purpose: "swipes" },
  { key: "waymark.seen", purpose: "seen" },
  { key: "waymark.theme", purpose: "theme" },
] as const satisfies readonly { key: string; purpose: StoragePurpose }[];

/** Takes all of it back. */
export function forgetBrowserMemory(): void {
  try {
    const names = Object.keys(window.localStorage);
    for (const name of names) {
      if (STORAGE_KEYS.some(({ key }) => name.startsWith(key))) window.localStorage.removeItem(name);
    }
  } catch {
    // Where storage is switched off there is nothing in it.
  }
}
