import sax from "sax";
import { BrokenFeedError, type FeedItem, type FeedText, type RawPosting } from "./feed-item";

type Entry = { fields: Map<string, string[]>; name: string; depth: number };

/** More of one field is not kept; it is refused later anyway. */
const FIELD_LENGTH_MAX = 1_500_000;
const DEPTH_MAX = 200;

/**
 * Entries of an RSS 0.9x, 1.0 or 2.0 or an Atom feed.
 * @throws BrokenFeedError where it is no XML that can be followed, or ends in the middle of an entry
 */
export async function* readRss(text: FeedText): AsyncGenerator<FeedItem> {
  const found: RawPosting[] = [];
  const reader = makeReader((posting) => found.push(posting));
  let number = 0;
  for await (const piece of escapeAmpersands(text)) {
    reader.write(piece);
    for (const posting of found.splice(0)) yield { at: { unit: "record", number: ++number }, posting };
    if (reader.depth() > DEPTH_MAX)
      throw new BrokenFeedError(`after ${number} postings its elements are nested too deeply`);
  }
  if (reader.isInside())
    throw new BrokenFeedError(`it ends in the middle of posting ${number + 1}: fetch the file again`);
}

const ENTITY_START = /&[#a-z\d]{0,40}$/i;

/** The parser takes a stray "&", as in R&D, for the start of an entity, which swallows the next tag. */
async function* escapeAmpersands(text: FeedText): AsyncGenerator<string> {
  let rest = "";
  const escapeStray = (piece: string): string => piece.replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)/gi, "&amp;");
  for await (const piece of text) {
    const whole = rest + piece;
    // What may be an entity goes on in the next piece.
    rest = ENTITY_START.exec(whole)?.[0] ?? "";
    yield escapeStray(whole.slice(0, whole.length - rest.length));
  }
  yield escapeStray(rest);
}

function makeReader(onPosting: (posting: RawPosting) => void) {
  // Loose: real feeds have stray ampersands and marks, which must not end them. Entities of a document type are not resolved.
  const parser = sax.parser(false, { lowercase: true });
  let entry: Entry | null = null;
  let depth = 0;
  let channelTitle = "";
  let path: string[] = [];
  parser.onerror = () => {
    parser.error = null as unknown as Error;
    parser.resume();
  };
  parser.onopentag = ({ name, attributes }) => {
    depth++;
    path.push(name);
    if (entry === null) {
      if (name === "item" || name === "entry") entry = { fields: new Map(), name, depth };
    } else if (depth === entry.depth + 1) {
      openField(entry, name, attributes as Record<string, string>);
    } else addText(entry, path[entry.depth] ?? "", " ");
  };
  const onText = (text: string): void => {
    if (entry !== null) addText(entry, path[entry.depth] ?? "", text);
    else if (path.at(-1) === "title" && /^(channel|feed)$/.test(path.at(-2) ?? "")) channelTitle += text.slice(0, 200);
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onclosetag = (name) => {
    if (entry !== null && name === entry.name && depth === entry.depth) {
      onPosting(fromEntry(entry.fields, channelTitle.trim()));
      entry = null;
    }
    depth--;
    path = path.slice(0, depth);
  };
  return { write: (piece: string) => parser.write(piece), depth: () => depth, isInside: () => entry !== null };
}

function openField({ fields }: Entry, name: string, attributes: Record<string, string>): void {
  const values = fields.get(name) ?? [];
  if (name === "link" && attributes.href !== undefined) {
    if ((attributes.rel ?? "alternate") === "alternate") values.push(attributes.href);
    else return;
  } else values.push(attributes.term ?? "");
  fields.set(name, values);
}

function addText({ fields }: Entry, name: string, text: string): void {
  const values = fields.get(name);
  const last = values?.at(-1);
  if (values === undefined || last === undefined || last.length > FIELD_LENGTH_MAX) return;
  values[values.length - 1] = last + text;
}

function fromEntry(fields: Map<string, string[]>, channelTitle: string): RawPosting {
  const find = (...names: string[]): string | undefined => {
    for (const name of names) {
      for (const value of fields.get(name) ?? []) if (value.trim() !== "") return value;
    }
    return undefined;
  };
  const title = find("title", "g:title", "job:title");
  const company = find(
    "company",
    "job:company",
    "job_listing:company",
    "g:employer",
    "hiringorganization",
    "dc:creator",
    "source",
  );
  // "Company: title", where nothing else names the company.
  const [, before, after] = (company === undefined && /^([^:]{2,60}):\s+(.{3,})$/s.exec(title?.trim() ?? "")) || [];
  return {
    sourceId: find("guid", "id", "link"),
    title: after ?? title,
    company: company ?? before ?? find("author") ?? channelTitle,
    location: find("location", "job:location", "job_listing:location", "g:location", "region", "city"),
    remote: find("remote", "job:remote"),
    tags: find("skills", "job:skills", "keywords"),
    description: find("content:encoded", "content", "description", "summary", "g:description"),
    salary: find("salary", "job:salary", "job_listing:salary", "g:salary"),
    salaryPeriod: find("salary_period", "g:salary_type"),
    currency: find("currency", "g:currency"),
    postedAt: find("pubdate", "published", "dc:date", "updated", "g:publish_date"),
    expiresAt: find("expirationdate", "expires", "g:expiration_date", "job:expires"),
    url: find("link", "url"),
    hint: [...(fields.get("category") ?? []), ...(fields.get("job_listing:job_type") ?? [])],
  };
}
