import type { TechnologyExample } from "../sources/onet-titles";

const TECHNOLOGY_COUNT_MAX = 16;

/** Orders software and tools: in demand for this occupation first, then those often named by employers, then A to Z. */
export function chooseTechnologies(examples: readonly TechnologyExample[]): TechnologyExample[] {
  const byName = new Map<string, TechnologyExample>();
  for (const example of examples) {
    const key = example.name.toLowerCase();
    const known = byName.get(key);
    byName.set(key, {
      name: known?.name ?? example.name,
      hot: example.hot || (known?.hot ?? false),
      inDemand: example.inDemand || (known?.inDemand ?? false),
    });
  }
  return [...byName]
    .sort(
      ([keyA, a], [keyB, b]) =>
        Number(b.inDemand) - Number(a.inDemand) || Number(b.hot) - Number(a.hot) || (keyA < keyB ? -1 : 1),
    )
    .slice(0, TECHNOLOGY_COUNT_MAX)
    .map(([, example]) => example);
}
