import {
  BrokenFeedError,
  type FeedItem,
  type FeedText,
  isObject,
  type RawPosting,
  toFeedText,
  toList,
} from "./feed-item";
import { readHtmlScripts } from "./html-scripts";
import { readJsonObjects } from "./json-objects";

/** Postings in schema.org's vocabulary: JSON, or the scripts of a web page that hold it. */
export async function* readJsonLd(text: FeedText, head: string): AsyncGenerator<FeedItem> {
  let number = 0;
  if (!head.trimStart().startsWith("<")) {
    for await (const value of readJsonObjects(text, isJobPosting)) yield toItem(++number, value);
    return;
  }
  for await (const script of readHtmlScripts(text)) {
    try {
      for await (const value of readJsonObjects([script], isJobPosting)) yield toItem(++number, value);
    } catch (error) {
      if (!(error instanceof BrokenFeedError)) throw error;
      const problem = { field: "script", value: script, fix: `must hold JSON: ${error.message}` };
      yield { at: { unit: "record", number: ++number }, problem };
    }
  }
}

const toItem = (number: number, value: Record<string, unknown>): FeedItem => ({
  at: { unit: "record", number },
  posting: fromJobPosting(value),
});

const isJobPosting = (value: Record<string, unknown>): boolean =>
  toList(value["@type"]).some((type) => /(^|[:/#])JobPosting$/.test(toFeedText(type)));

/** What stands for a thing: its name or value, or itself. */
function toName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toName);
  return isObject(value) ? (value.name ?? value["@value"] ?? value.value ?? value.identifier ?? value["@id"]) : value;
}

/** The name of an identifier is whose it is. */
const toId = (value: unknown): unknown => (isObject(value) ? (value.value ?? value["@id"] ?? value.name) : value);

function toPlace(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { address } = value;
  if (!isObject(address)) return address ?? value.name;
  const parts = [
    address.addressLocality,
    address.addressRegion,
    address.addressLocality == null ? address.addressCountry : null,
  ];
  return parts
    .map(toName)
    .filter((part) => part != null && part !== "")
    .join(", ");
}

function fromJobPosting(job: Record<string, unknown>): RawPosting {
  const pay = toList(job.baseSalary)[0];
  const amount = isObject(pay) ? (toList(pay.value)[0] ?? pay) : pay;
  const range = isObject(amount) ? amount : { value: amount };
  const isOneValue = range.minValue == null && range.maxValue == null;
  const places = toList(job.jobLocation).map(toPlace);
  const areas = toList(job.applicantLocationRequirements).map(toName);
  return {
    sourceId: toId(toList(job.identifier)[0]) ?? job["@id"] ?? job.url,
    title: job.title ?? job.name,
    company: toName(toList(job.hiringOrganization)[0]),
    location: (places.length > 0 ? places : areas).slice(0, 3),
    remote: toList(job.jobLocationType).some((type) => /telecommute|remote/i.test(toFeedText(type))),
    tags: toName(job.skills),
    description: job.description,
    salaryMin: isOneValue ? range.value : range.minValue,
    salaryMax: isOneValue ? range.value : range.maxValue,
    salaryPeriod: range.unitText ?? (isObject(pay) ? pay.unitText : undefined),
    currency: isObject(pay) ? (pay.currency ?? range.currency ?? job.salaryCurrency) : job.salaryCurrency,
    postedAt: toName(job.datePosted),
    expiresAt: toName(job.validThrough),
    url: job.url ?? job["@id"],
    hint: [toName(job.occupationalCategory), toName(job.industry)],
  };
}
