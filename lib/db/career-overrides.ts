/** What administrators changed of a shipped career: for each field what is shipped and what they want instead. */
export type Overrides = Record<string, { shipped: unknown; own: unknown }>;

/** The values that administrators want, by field. */
export function toOwnValues(overrides: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(readOverrides(overrides)).map(([field, { own }]) => [field, own]));
}

/** The shipped values of the fields that administrators changed. */
export function toShippedValues(overrides: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(readOverrides(overrides)).map(([field, { shipped }]) => [field, shipped]));
}

/** The fields in which what is wanted differs from what is shipped; null when nothing does. */
export function toOverrides(shipped: Record<string, unknown>, own: Record<string, unknown>): Overrides | null {
  const changed = Object.entries(own).filter(([field, value]) => !isSame(shipped[field], value));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map(([field, value]) => [field, { shipped: shipped[field] ?? null, own: value }]));
}

// Written by this application alone, in the shape above.
function readOverrides(overrides: unknown): Overrides {
  return (overrides ?? {}) as Overrides;
}

/** Whether two JSON values say the same, whatever the order of their keys: jsonb has an order of its own. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
