import { createHash } from "node:crypto";
import { type FeedProblem, type RawPosting, toList } from "@/lib/adapters/job-feeds/feed-item";
import { toPlainLine, toPlainText } from "@/lib/adapters/job-feeds/plain-text";
import { JOB_DESCRIPTION_LENGTH_MAX } from "@/lib/contracts/employer";
import type { Seniority } from "@/lib/contracts/jobs";
import { SENIORITIES, SKILL_LENGTH_MAX } from "@/lib/contracts/me";
import { readExpiresAt, readPostedAt } from "./posting-dates";
import { readSalary } from "./posting-salary";
import type { JobDraft } from "./prepare-jobs";

/** A posting of a feed that can be stored. */
export type Posting = JobDraft & {
  sourceId: string;
  sourceUrl: string;
  /** null when it does not say */
  postedAtMs: number | null;
  expiresAtMs: number | null;
};

export type PostingReading = {
  /** null when it is refused, or of the future */
  posting: Posting | null;
  /** Appeared after the moment that it is read as of. */
  isLater: boolean;
  /** Why it is refused; of a posting that is taken, what was left out of it. */
  problems: FeedProblem[];
};

const TITLE_LENGTH_MAX = 300;
const LINE_LENGTH_MAX = 200;
const TAG_COUNT_MAX = 30;
/** Nobody writes so much about a job: something went wrong where the feed was made. */
const DESCRIPTION_READ_MAX = 500_000;
const COMPANY_UNKNOWN = "Employer not named";

/** Checks what a feed says and brings it into one form: plain text, dollars a year, instants. */
export function toPosting(raw: RawPosting, nowMs: number): PostingReading {
  const title = toPlainLine(toText(raw.title).slice(0, 10_000));
  const rawDescription = toList(raw.description).map((part) => toText(part));
  const rawLength = rawDescription.reduce((sum, part) => sum + part.length, 0);
  const salary = readSalary(raw);
  const posted = readPostedAt(raw.postedAt, nowMs);
  const expires = readExpiresAt(raw.expiresAt);
  const refusals = [
    title === "" ? { field: "title", value: "", fix: "must not be empty" } : null,
    title.length > TITLE_LENGTH_MAX ? tooLong("title", title, TITLE_LENGTH_MAX) : null,
    rawLength > DESCRIPTION_READ_MAX ? tooLong("description", rawDescription.join(" "), DESCRIPTION_READ_MAX) : null,
    salary.refusal,
    posted.problem,
    expires.problem,
  ].filter((problem) => problem !== null);
  if (refusals.length > 0) {
    const isLater = posted.isLater && refusals.length === 1;
    return { posting: null, isLater, problems: refusals };
  }
  const seniority = readSeniority(raw.seniority);
  const whole = rawDescription
    .map(toPlainText)
    .filter((part) => part !== "")
    .join("\n\n");
  const cut =
    whole.length > JOB_DESCRIPTION_LENGTH_MAX ? tooLong("description", whole, JOB_DESCRIPTION_LENGTH_MAX) : null;
  const line = (value: unknown): string => toPlainLine(toText(value, "; ").slice(0, 10_000)).slice(0, LINE_LENGTH_MAX);
  const company = line(raw.company) || COMPANY_UNKNOWN;
  const location = line(raw.location);
  const posting: Posting = {
    title,
    company,
    location,
    isRemote: readRemote(raw.remote) ?? /\bremote\b|\banywhere\b/i.test(`${title} ${location}`),
    tags: readTags(raw.tags),
    seniority: seniority.value,
    description: whole.slice(0, JOB_DESCRIPTION_LENGTH_MAX),
    salaryMin: salary.salaryMin,
    salaryMax: salary.salaryMax,
    hint: line(raw.hint) || undefined,
    sourceId: toSourceId(raw, { title, company, location }),
    sourceUrl: readUrl(raw.url),
    postedAtMs: posted.ms,
    expiresAtMs: expires.ms,
  };
  return { posting, isLater: false, problems: [salary.leftOut, seniority.problem, cut].filter((p) => p !== null) };
}

function toText(value: unknown, separator = ", "): string {
  if (Array.isArray(value)) {
    return value
      .map((part) => toText(part))
      .filter((part) => part.trim() !== "")
      .join(separator);
  }
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

const tooLong = (field: string, value: string, max: number): FeedProblem => ({
  field,
  value,
  fix: `has ${value.length} characters, of which at most ${max} are kept`,
});

const SENIORITY_WORDS: readonly [RegExp, Seniority][] = [
  [/intern|trainee|entry|graduate|apprentice/, "ENTRY"],
  [/principal|director|executive|distinguished|staff|chief/, "PRINCIPAL"],
  [/lead|manager|supervisor/, "LEAD"],
  [/^mid|middle|intermediate/, "MID"],
  [/senior|^sr\b|expert/, "SENIOR"],
  [/junior|^jr\b|associate/, "JUNIOR"],
];

function readSeniority(value: unknown): { value: Seniority | null; problem: FeedProblem | null } {
  const text = toText(value).trim();
  const word = text.toLowerCase();
  if (/^(|not applicable|n\/a|none|any|unknown)$/.test(word)) return { value: null, problem: null };
  const found =
    SENIORITIES.find((name) => name.toLowerCase() === word) ?? SENIORITY_WORDS.find(([like]) => like.test(word))?.[1];
  if (found !== undefined) return { value: found, problem: null };
  return { value: null, problem: { field: "seniority", value: text, fix: `must be one of ${SENIORITIES.join(", ")}` } };
}

function readRemote(value: unknown): boolean | null {
  const text = toText(value).trim().toLowerCase();
  if (text === "") return null;
  return /^(true|yes|y|1|1\.0|remote|fully remote|telecommute)$/.test(text);
}

/** Each once, whichever case it is written in. */
function readTags(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.map((part) => toText(part))
    : toText(value)
        .slice(0, 10_000)
        .split(/[,;|\n]/);
  const tags = new Map<string, string>();
  for (const part of parts) {
    const tag = toPlainLine(part.slice(0, 1000));
    if (tag !== "" && tag.length <= SKILL_LENGTH_MAX && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, TAG_COUNT_MAX);
}

/** An address that a link may lead to; empty for anything else. */
function readUrl(value: unknown): string {
  const text = toText(value).trim();
  return /^https?:\/\/[^\s"<>]{3,1000}$/i.test(text) ? text : "";
}

/** Of a posting that is refused, so that it counts as still in its feed. */
export function toRawSourceId(raw: RawPosting): string {
  return toSourceId(raw, { title: toText(raw.title), company: toText(raw.company), location: toText(raw.location) });
}

/** What a feed calls it; else what tells it from others. */
function toSourceId(
  raw: RawPosting,
  { title, company, location }: Pick<Posting, "title" | "company" | "location">,
): string {
  const given = (toText(raw.sourceId) || toText(raw.url)).replace(/\s+/g, " ").trim();
  if (given !== "" && given.length <= LINE_LENGTH_MAX) return given;
  const said = given === "" ? JSON.stringify([title, company, location].map((text) => text.toLowerCase())) : given;
  return `#${createHash("sha256").update(said).digest("base64url")}`;
}

/** What tells whether a posting is as it was read before. */
export function toContentHash(posting: Posting): string {
  return createHash("sha256").update(JSON.stringify(posting)).digest("base64url");
}
