const THOUSAND = 1000;

/**
 * Reads an amount as people type it: 85000, 85,000, $85,000, 85k.
 * @returns null for nothing typed, undefined for what is no amount
 */
export function parseDollars(text: string): number | null | undefined {
  const plain = text.replace(/[\s,$]/g, "").toLowerCase();
  if (plain === "") return null;
  const [, digits, thousand] = /^(\d+(?:\.\d+)?)(k?)$/.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  return Math.round(Number(digits) * (thousand === "k" ? THOUSAND : 1));
}

const ROOM = 0.08;

/** Ends of a scale on which wages and an offer both have their place, with some room at either side. */
export function getSalaryScale(
  wages: { p10: number; p90: number },
  offer: { low: number | null; high: number | null },
): { min: number; max: number } {
  const ends = [wages.p10, wages.p90, offer.low, offer.high].filter((end) => end !== null);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const room = (high - low) * ROOM;
  return { min: Math.max(0, low - room), max: high + room };
}
