const STYLE_COUNT_MAX = 6;

/** The work styles with the highest impact, strongest first; ties A to Z. */
export function chooseStyles(impacts: ReadonlyMap<string, number>): { name: string; impact: number }[] {
  return [...impacts]
    .map(([name, impact]) => ({ name, impact }))
    .sort((a, b) => b.impact - a.impact || (a.name < b.name ? -1 : 1))
    .slice(0, STYLE_COUNT_MAX);
}
