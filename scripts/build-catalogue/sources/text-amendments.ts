import type { CareerText } from "./career-texts";

/**
 * Wordings of our own summaries that came out six words in a row like a source's description, which must not be shipped,
 * by career code.
 */
const AMENDMENTS: ReadonlyMap<string, { readonly from: string; readonly to: string }> = new Map([
  [
    "25-2056.00",
    { from: "learning, emotional or physical disabilities", to: "physical, learning or emotional disabilities" },
  ],
]);

/** Rewords summaries; a text that no longer has the old wording stays as it is. */
export function amendCareerTexts(texts: readonly CareerText[]): CareerText[] {
  return texts.map((text) => {
    const amendment = AMENDMENTS.get(text.code);
    return amendment ? { ...text, summary: text.summary.replace(amendment.from, amendment.to) } : text;
  });
}
