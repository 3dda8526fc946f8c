/** Where people print on Letter. */
const LETTER_REGIONS = new Set(["US", "CA", "MX", "CL", "CO", "CR", "DO", "GT", "PA", "PH", "PR", "SV", "VE"]);

/** The paper that is usual where the browser says it is; Letter when it does not say, since the figures are of the United States. */
export function findPaper(languages: readonly string[] = navigator.languages): "letter" | "a4" {
  const regions = languages.flatMap((language) => {
    const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
    return region === undefined ? [] : [region.toUpperCase()];
  });
  return regions[0] === undefined || LETTER_REGIONS.has(regions[0]) ? "letter" : "a4";
}
