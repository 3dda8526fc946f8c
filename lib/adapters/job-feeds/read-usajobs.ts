import { type FeedItem, type FeedText, isObject, type RawPosting, toFeedText, toList } from "./feed-item";
import { readJsonObjects } from "./json-objects";
import { readLines } from "./text-lines";

/** Postings of the US government: the reply of USAJOBS's search, or its past announcements, one JSON object a line. */
export function readUsajobs(text: FeedText, head: string): AsyncGenerator<FeedItem> {
  return /"(SearchResult|MatchedObjectDescriptor)"/.test(head) ? readSearch(text) : readAnnouncements(text);
}

async function* readSearch(text: FeedText): AsyncGenerator<FeedItem> {
  let number = 0;
  for await (const item of readJsonObjects(text, (value) => isObject(value.MatchedObjectDescriptor))) {
    yield { at: { unit: "record", number: ++number }, posting: fromSearch(item) };
  }
}

function fromSearch(item: Record<string, unknown>): RawPosting {
  const job = item.MatchedObjectDescriptor as Record<string, unknown>;
  const details = isObject(job.UserArea) && isObject(job.UserArea.Details) ? job.UserArea.Details : {};
  const pay = toList(job.PositionRemuneration).find(isObject) ?? {};
  const places = toList(job.PositionLocation).filter(isObject);
  return {
    sourceId: item.MatchedObjectId ?? job.PositionID,
    title: job.PositionTitle,
    company: job.OrganizationName ?? job.DepartmentName,
    location: job.PositionLocationDisplay ?? places.map(({ LocationName }) => LocationName).slice(0, 3),
    remote: details.RemoteIndicator,
    description: [details.JobSummary, ...toList(details.MajorDuties), job.QualificationSummary],
    salaryMin: pay.MinimumRange,
    salaryMax: pay.MaximumRange,
    salaryPeriod: pay.RateIntervalCode,
    postedAt: job.PublicationStartDate ?? job.PositionStartDate,
    expiresAt: job.ApplicationCloseDate ?? job.PositionEndDate,
    url: job.PositionURI,
    hint: toList(job.JobCategory).map((category) => (isObject(category) ? category.Name : category)),
  };
}

async function* readAnnouncements(text: FeedText): AsyncGenerator<FeedItem> {
  for await (const { number, line, isWhole } of readLines(text)) {
    const at = { unit: "line", number } as const;
    const value = isWhole ? parseObject(line) : null;
    if (value === null) {
      yield { at, problem: { field: "line", value: line, fix: "must be one whole JSON object" } };
    } else yield { at, posting: fromAnnouncement(value) };
  }
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function fromAnnouncement(row: Record<string, unknown>): RawPosting {
  return {
    sourceId: row.control_number,
    title: row.position_title,
    company: row.agency ?? row.department,
    location: row.location,
    postedAt: row.open_date,
    expiresAt: row.close_date,
    url: row.usajobs_url,
    // "1102 - Contracting": the number says nothing.
    hint: toList(row.occupation_series).map((series) => toFeedText(series).replace(/^\d+\s*-\s*/, "")),
  };
}
