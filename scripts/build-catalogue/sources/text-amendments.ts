import type { CareerText } from "./career-texts";

interface Amendment {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** Wordings of our own texts that came out six words in a row like a source's description, which must not be shipped. */
const AMENDMENTS: readonly Amendment[] = [
  {
    code: "25-2056.00",
    from: "learning, emotional or physical disabilities",
    to: "physical, learning or emotional disabilities",
  },
];

/** Rewords summaries; a text that no longer has the old wording stays as it is. */
export function amendCareerTexts(texts: readonly CareerText[]): CareerText[] {
  return texts.map((text) =>
    AMENDMENTS.filter((amendment) => amendment.code === text.code).reduce(
      (amended, { from, to }) => ({ ...amended, summary: amended.summary.replace(from, to) }),
      text,
    ),
  );
}
