import { type FeedProblem, toFeedText } from "@/lib/adapters/job-feeds/feed-item";

const DAY_MS = 24 * 3600 * 1000;
/** No posting that is still around is older; what says 1970 means nothing. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
/** Clocks and time zones differ. */
const AHEAD_MS_MAX = DAY_MS;
/** A day without a time ends when it has ended everywhere. */
const LAST_HOUR_MS = 36 * 3600 * 1000;

export type DateReading = { ms: number | null; isLater: boolean; problem: FeedProblem | null };

/** When a posting appeared; null when it does not say. `isLater`: after now. */
export function readPostedAt(value: unknown, nowMs: number): DateReading {
  const read = readDate("postedAt", value);
  if (read.ms === null) return { ms: null, isLater: false, problem: read.problem };
  if (read.ms < EARLIEST_MS) {
    const fix = "must not be before 2000: leave it empty when it is not known";
    return { ms: null, isLater: false, problem: { field: "postedAt", value: toFeedText(value), fix } };
  }
  if (read.ms <= nowMs + AHEAD_MS_MAX) return { ms: read.ms, isLater: false, problem: null };
  const fix = `must not be after ${new Date(nowMs).toISOString().slice(0, 10)}`;
  return { ms: null, isLater: true, problem: { field: "postedAt", value: toFeedText(value), fix } };
}

/** From when on nobody can apply; null for no end. */
export function readExpiresAt(value: unknown): Omit<DateReading, "isLater"> {
  const { ms, isDay, problem } = readDate("expiresAt", value);
  if (ms !== null && ms < EARLIEST_MS) {
    const fix = "must not be before 2000: leave it empty for no end";
    return { ms: null, problem: { field: "expiresAt", value: toFeedText(value), fix } };
  }
  return { ms: ms === null ? null : isDay ? ms + LAST_HOUR_MS : ms, problem };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** Of mail and RSS, such as Tue, 04 Nov 2025 10:00:00 GMT. */
const RFC_822 = /^(?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}(?:\s+\d{2}:\d{2}(?::\d{2})?\s*[a-z0-9+-]*)?$/i;

function readDate(field: string, value: unknown): { ms: number | null; isDay: boolean; problem: FeedProblem | null } {
  const text = toFeedText(value).trim();
  if (text === "") return { ms: null, isDay: false, problem: null };
  const { ms, isDay } = parseDate(text);
  if (!Number.isNaN(ms)) return { ms, isDay, problem: null };
  const fix = "must be a date that exists, such as 2026-03-31 or 2026-03-31T12:00:00Z";
  return { ms: null, isDay: false, problem: { field, value: text, fix } };
}

function parseDate(text: string): { ms: number; isDay: boolean } {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour = "00", minute = "00", second = "00", zone = "Z"] = iso;
    return { ms: toMs(`${year}-${month}-${day}`, `${hour}:${minute}:${second}`, zone), isDay: iso[4] === undefined };
  }
  const american = AMERICAN.exec(text);
  if (american !== null) {
    const [, month = "", day = "", year] = american;
    return { ms: toMs(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, "00:00:00", "Z"), isDay: true };
  }
  return { ms: RFC_822.test(text) ? Date.parse(text) : Number.NaN, isDay: false };
}

/** Date.parse takes the 31st of February for a day in March. */
function toMs(day: string, time: string, zone: string): number {
  const dayMs = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(dayMs) || new Date(dayMs).toISOString().slice(0, 10) !== day) return Number.NaN;
  return Date.parse(`${day}T${time}${zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
}
