import type { BatchEvent, InteractBatchReply } from "@/lib/contracts/interactions";
import type { ConsentReply } from "@/lib/contracts/me";
import { type Answer, askServer } from "./ask-server";
import type { KnownChoice } from "./consent-choice";

export const EVENTS_PATH = "/api/v1/recommendations/interact";
const CONSENT_PATH = "/api/v1/me/consent";

export type PostAnswer = { answer: Answer /** The server says that the person did not agree. */; isUnwanted: boolean };

/** The three calls that tracking needs. */
export function openTrackingServer(fetch: typeof globalThis.fetch) {
  return {
    tellConsent: (tracking: boolean, stopped: AbortSignal): Promise<Answer> =>
      askServer(fetch, { method: "PUT", path: CONSENT_PATH, body: { tracking }, stopped, keepalive: true }),

    /** @returns null when it cannot be had now */
    findChoice: async (stopped: AbortSignal): Promise<KnownChoice | null> => {
      const answer = await askServer(fetch, { method: "GET", path: CONSENT_PATH, stopped });
      return answer.kind === "taken" ? toChoice((answer.reply as Partial<ConsentReply> | null)?.tracking) : null;
    },

    postEvents: async (events: readonly BatchEvent[], stopped: AbortSignal): Promise<PostAnswer> => {
      const answer = await askServer(fetch, { method: "POST", path: EVENTS_PATH, body: { events }, stopped });
      if (answer.kind !== "taken") return { answer, isUnwanted: false };
      const results = (answer.reply as Partial<InteractBatchReply> | null)?.results;
      // Success in other words is no word of the server's.
      if (!Array.isArray(results)) return { answer: { kind: "later", waitMs: 0 }, isUnwanted: false };
      return { answer, isUnwanted: results.some(({ reason }) => reason === "no_consent") };
    },
  };
}

const toChoice = (tracking: boolean | null | undefined): KnownChoice =>
  tracking == null ? "unasked" : tracking ? "granted" : "refused";
