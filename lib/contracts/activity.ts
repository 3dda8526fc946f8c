import type { HistoryReply, ReactionListReply } from "./interactions";

/** What the page about one's own activity shows. */
export type Activity = {
  /** Figures over everything, and the first page of what happened. */
  history: HistoryReply;
  /** How much happened in each hour of the last weeks that had anything, earliest first: hours make days in every time zone. */
  hours: { startedAt: string; count: number }[];
  /** How one stands to careers now, latest first. */
  reactions: ReactionListReply["items"];
  /** By the server's clock, ISO. */
  now: string;
};
