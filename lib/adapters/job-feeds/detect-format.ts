import type { FeedFormat } from "./feed-item";

/** Tells a feed's format by how it begins; null when it is none that is known. */
export function detectFormat(head: string): FeedFormat | null {
  const start = head.trimStart();
  if (start.startsWith("<")) return detectMarkup(start);
  if (start.startsWith("{") || start.startsWith("[")) return detectJson(start);
  const [header = ""] = start.split(/\r?\n/, 1);
  const isText = !/[\p{Cc}\uFFFD]/u.test(header.replaceAll("\t", ""));
  return isText && /[,;\t|]/.test(header) ? "csv" : null;
}

function detectMarkup(start: string): FeedFormat | null {
  if (/<(rss|feed|rdf:RDF|channel)[\s>]/i.test(start.slice(0, 5000))) return "rss";
  return /<(!doctype html|html|head|body|script)[\s>]/i.test(start) ? "json-ld" : null;
}

function detectJson(start: string): FeedFormat | null {
  if (/"(SearchResult|SearchResultItems|MatchedObjectDescriptor|control_number)"\s*:/.test(start)) return "usajobs";
  return /"@(type|context|graph)"\s*:/.test(start) ? "json-ld" : null;
}
