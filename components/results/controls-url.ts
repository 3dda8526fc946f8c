import { OBJECTIVES, type Objective, type ObjectiveWeights } from "@/lib/engine/scoring/objectives";

/** What a person can change about the list. */
export type Controls = {
  /** share of the embedding in the fit, 0 to 1 */
  alpha: number;
  weights: ObjectiveWeights;
  /** at most one career per cluster */
  isDiverse: boolean;
  count: number;
};

/** The part of a reply that says with which settings it was made. */
type Settings = {
  alpha: number;
  weights: ObjectiveWeights;
  diversity: boolean;
  recommendations: readonly unknown[];
};

/** The API lists at most this many careers. */
export const COUNT_MAX = 50;
const COUNT_STEPS = [5, 10, 20, 35, COUNT_MAX];

/** The next length of the list; the same when it cannot grow. */
export function toNextCount(count: number): number {
  return COUNT_STEPS.find((step) => step > count) ?? COUNT_MAX;
}

export function toControls(reply: Settings): Controls {
  const { alpha, weights, diversity, recommendations } = reply;
  return { alpha, weights, isDiverse: diversity, count: Math.min(COUNT_MAX, Math.max(1, recommendations.length)) };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Whether two lists were made with the same settings but for their length. */
export function hasSameSettings(a: Omit<Settings, "recommendations">, b: Omit<Settings, "recommendations">): boolean {
  return (
    a.diversity === b.diversity &&
    round(a.alpha) === round(b.alpha) &&
    OBJECTIVES.every((name) => round(a.weights[name]) === round(b.weights[name]))
  );
}

/** Whether a reply was made with exactly these settings. */
export function isMadeWith(reply: Settings, { alpha, weights, isDiverse, count }: Controls): boolean {
  return toControls(reply).count === count && hasSameSettings(reply, { alpha, weights, diversity: isDiverse });
}

/** The settings as a query string, such as alpha=0.3&w=salary:0.5,growth:0.2&diversity=1&n=10. */
export function toQuery(controls: Controls): string {
  const { alpha, weights, isDiverse, count } = controls;
  const counted = OBJECTIVES.filter((name) => weights[name] > 0).map((name) => `${name}:${round(weights[name])}`);
  // Written by hand because URLSearchParams would escape the colons and commas that make it readable.
  return `alpha=${round(alpha)}&w=${counted.join(",") || "none"}&diversity=${isDiverse ? 1 : 0}&n=${count}`;
}

/**
 * The settings that an address asks for; what it leaves out or garbles is as in the list that the page came with.
 * @returns null when the address says nothing at all
 */
export function parseControls(params: URLSearchParams, base: Settings): Controls | null {
  if (!["alpha", "w", "diversity", "n"].some((name) => params.has(name))) return null;
  const fallback = toControls(base);
  return {
    alpha: parseShare(params.get("alpha")) ?? fallback.alpha,
    weights: parseWeights(params.get("w")) ?? fallback.weights,
    isDiverse: params.has("diversity") ? params.get("diversity") !== "0" : fallback.isDiverse,
    count: parseCount(params.get("n")) ?? fallback.count,
  };
}

function parseShare(text: string | null | undefined): number | null {
  const value = text === null || text === undefined || text === "" ? Number.NaN : Number(text);
  return value >= 0 && value <= 1 ? round(value) : null;
}

function parseWeights(text: string | null): ObjectiveWeights | null {
  if (text === null) return null;
  const given = new Map(
    text.split(",").map((pair): [string, string] => [pair.split(":")[0] ?? "", pair.split(":")[1] ?? ""]),
  );
  const weights = OBJECTIVES.map((name): [Objective, number] => [name, parseShare(given.get(name)) ?? 0]);
  return Object.fromEntries(weights) as Record<Objective, number>;
}

function parseCount(text: string | null): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) && value >= 1 && value <= COUNT_MAX ? value : null;
}
