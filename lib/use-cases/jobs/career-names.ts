import type { CareerSnapshot } from "../career-snapshot";

type Named = { position: number; isTitle: boolean };

/** Of a title of a posting that is one of the career's names as a whole, or holds one. */
const TITLE_BONUS = 0.2;
const OTHER_NAME_BONUS = 0.1;
const PART_BONUS = 0.05;
const WORDS_MAX = 12;

const RANK_WORDS = new Set(
  "senior sr junior jr lead principal chief supervisory supervisor staff associate deputy assistant i ii iii iv v intern internship trainee apprentice remote hybrid part full time temporary hiring now urgent entry level".split(
    " ",
  ),
);
const SHORT_FORMS: Record<string, string> = {
  it: "information technology",
  hr: "human resources",
  rn: "registered nurse",
  lpn: "licensed practical nurse",
  cna: "certified nursing assistant",
  qa: "quality assurance",
  ux: "user experience",
  swe: "software engineer",
  cpa: "certified public accountant",
  emt: "emergency medical technician",
};

/** A posting's title without grades, codes and what stands in brackets, with usual short forms written out. */
export function normalizeTitle(title: string): string {
  return title
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/\b[A-Z]{2}-\d[\dA-Z/-]*\b|\bFPL\s*\d+\b|\$?\d[\d.,/%-]*\+?/g, " ")
    .replace(/\s+[-–—|:]\s+(direct hire|remote|hybrid|full[ -]time|part[ -]time|pathways|public notice).*$/i, " ")
    .replace(/\b[A-Z]{2,3}\b/g, (word) => SHORT_FORMS[word.toLowerCase()] ?? word)
    .replace(/\s+/g, " ")
    .replace(/[\s,;:/–-]+$/, "")
    .trim();
}

/** Rank, season and way of hiring: they say nothing of the work, but are near some career or other ("trainee" is near teachers). */
const ASIDES =
  /\b(?:supervisory|senior|sr|junior|jr|deputy|student trainee|trainee|interns?|internship|apprentice|entry[ -]level|recent graduates?|college graduates?|direct[ -]hire(?: authority)?|public notice(?: flyer)?|pathways|lead(?= \S)|principal(?= \S))\b|,? *\b(?:spring|summer|fall|autumn|winter)\b *$|^ *(?:spring|summer|fall|autumn|winter)\b(?= (?:volunteer|intern|assistant))/gi;

/** What of a posting's title names the work; what stands in brackets only where nothing else does. */
export function toWorkTitle(title: string): string {
  const strip = (text: string): string =>
    normalizeTitle(text)
      .replace(ASIDES, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s,;:/–-]+|[\s,;:/–-]+$/g, "");
  return strip(title) || strip(title.replace(/[()[\]]/g, " ")) || normalizeTitle(title) || title;
}

/** Plurals and marks apart, two spellings of a name are one. */
function toWords(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}+#&]+/gu) ?? [];
  return words.filter((word) => word !== "and" && word !== "&").map((word) => word.replace(/(?<=[a-z]{3})s$/, ""));
}

const namesOf = new WeakMap<CareerSnapshot, Map<string, Named[]>>();

function getNames(snapshot: CareerSnapshot): Map<string, Named[]> {
  const known = namesOf.get(snapshot);
  if (known !== undefined) return known;
  const names = new Map<string, Named[]>();
  const add = (name: string, named: Named): void => {
    const key = toWords(name).join(" ");
    const there = names.get(key) ?? [];
    if (key !== "" && !there.some(({ position }) => position === named.position)) names.set(key, [...there, named]);
  };
  snapshot.careers.forEach(({ title, record }, position) => {
    add(title, { position, isTitle: true });
    for (const name of record.alternateTitles) {
      add(name.replace(/\([^)]*\)/g, " "), { position, isTitle: false });
      add(/\(([^)]*)\)/.exec(name)?.[1] ?? "", { position, isTitle: false });
    }
  });
  namesOf.set(snapshot, names);
  return names;
}

/** The careers whose names a posting's title is or holds, by position, with what that adds to their score. */
export function findNamedCareers(snapshot: CareerSnapshot, title: string): Map<number, number> {
  const names = getNames(snapshot);
  const words = toWords(normalizeTitle(title)).slice(0, WORDS_MAX);
  const plain = words.filter((word) => !RANK_WORDS.has(word));
  const whole = names.get(words.join(" ")) ?? names.get(plain.join(" "));
  if (whole !== undefined) {
    return new Map(whole.map(({ position, isTitle }) => [position, isTitle ? TITLE_BONUS : OTHER_NAME_BONUS]));
  }
  for (let length = plain.length - 1; length > 0; length--) {
    // Of two names of one length the later one is more often the head of the title.
    for (let from = plain.length - length; from >= 0; from--) {
      const hits = names.get(plain.slice(from, from + length).join(" "));
      if (hits === undefined) continue;
      const bonus = (PART_BONUS * length) / plain.length;
      return new Map(hits.map(({ position }) => [position, bonus]));
    }
  }
  return new Map();
}
