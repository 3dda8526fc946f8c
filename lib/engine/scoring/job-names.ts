/**
 * Keys under which names that people and postings write differently are the same: of skills ("Microsoft Excel" and "MS Excel",
 * "Structured query language SQL" and "SQL") and of places ("Austin, Texas" and "austin, TX, USA").
 *
 * Rules, not a dictionary: whatever no rule knows is its own key in lower case, so two names agree or they are different skills.
 */

/** Makers that people leave out when they name the product; only those whose products have names of their own. */
const MAKERS = /^(?:microsoft|ms|adobe|autodesk|atlassian|intuit|esri|apache) (?=\S)/;
const SUFFIXES = / (?:software|skills?|programming(?: language)?)$/;
const ALIASES: Readonly<Record<string, string>> = {
  "amazon web services": "aws",
  "google cloud platform": "gcp",
  js: "javascript",
  ts: "typescript",
  postgres: "postgresql",
  k8s: "kubernetes",
};

const toPlainText = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();

/**
 * @param name  a skill or tool as somebody writes it
 * @returns     its key, stable under `toSkillKey`; empty for a name without a letter or digit, which is no skill
 */
export function toSkillKey(name: string): string {
  const plain = toPlainText(name);
  const acronym = findAcronym(plain);
  if (acronym !== null) return acronym;
  let key = plain
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[.'’]/g, "")
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();
  for (let before = ""; before !== key; ) {
    before = key;
    key = key.replace(SUFFIXES, "").replace(MAKERS, "");
    key = ALIASES[key] ?? key;
  }
  return /[\p{L}\p{N}]/u.test(key) ? key : "";
}

/** "Structured query language SQL": written out, with its abbreviation behind, as catalogues of skills do. */
function findAcronym(plain: string): string | null {
  const words = plain.replace(/ (?:software|systems?)$/i, "").split(" ");
  const last = words.pop() ?? "";
  if (words.length < 2 || !/^[A-Z]{2,6}$/.test(last)) return null;
  const isWrittenOut = /^\p{Ll}/u.test(words[1] ?? "");
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join("");
  return isWrittenOut || initials === last ? last.toLowerCase() : null;
}

const STATES: Readonly<Record<string, string>> = {
  alabama: "al",
  alaska: "ak",
  arizona: "az",
  arkansas: "ar",
  california: "ca",
  colorado: "co",
  connecticut: "ct",
  delaware: "de",
  "district of columbia": "dc",
  florida: "fl",
  georgia: "ga",
  hawaii: "hi",
  idaho: "id",
  illinois: "il",
  indiana: "in",
  iowa: "ia",
  kansas: "ks",
  kentucky: "ky",
  louisiana: "la",
  maine: "me",
  maryland: "md",
  massachusetts: "ma",
  michigan: "mi",
  minnesota: "mn",
  mississippi: "ms",
  missouri: "mo",
  montana: "mt",
  nebraska: "ne",
  nevada: "nv",
  "new hampshire": "nh",
  "new jersey": "nj",
  "new mexico": "nm",
  "new york": "ny",
  "north carolina": "nc",
  "north dakota": "nd",
  ohio: "oh",
  oklahoma: "ok",
  oregon: "or",
  pennsylvania: "pa",
  "puerto rico": "pr",
  "rhode island": "ri",
  "south carolina": "sc",
  "south dakota": "sd",
  tennessee: "tn",
  texas: "tx",
  utah: "ut",
  vermont: "vt",
  virginia: "va",
  washington: "wa",
  "west virginia": "wv",
  wisconsin: "wi",
  wyoming: "wy",
};
const COUNTRY = /^(?:united states(?: of america)?|usa?)$/;

/** The postal code of a US state that is written out; other names stay as they are. */
const toRegion = (part: string): string => STATES[part] ?? part;

/**
 * @param name  one place, from the small to the large: "Austin, Texas, United States"
 * @returns     its parts in lower case, states as their postal codes, the country left out: "austin, tx"; stable under `toPlaceKey`
 */
export function toPlaceKey(name: string): string {
  const parts = toPlainText(name)
    .toLowerCase()
    .split(",")
    .map((part) =>
      part
        .replace(/[.'’]/g, "")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .replace(/(?:^| )\d{5}(?: \d{4})?$/, "")
        .trim(),
    )
    .filter((part) => part !== "");
  while (parts.length > 1 && COUNTRY.test(parts.at(-1) ?? "")) parts.pop();
  return parts.map((part, at) => (at === 0 ? part : toRegion(part))).join(", ");
}

/**
 * Whether a place by its key is the wanted one or within it: "austin, tx" is in "austin", in "austin, tx" and in "tx", "austin" may be
 * "austin, tx", but "portland, or" is not "portland, me", and somewhere in Texas is not Austin.
 */
export function isPlaceWithin(place: string, wanted: string): boolean {
  if (place === "" || wanted === "") return false;
  if (place.startsWith(`${wanted}, `) || wanted.startsWith(`${place}, `) || place.endsWith(`, ${wanted}`)) return true;
  const region = toRegion(wanted);
  return toRegion(place) === region || place.endsWith(`, ${region}`);
}
