import type { JsonSchema } from "./openapi-document";

const literal = (value: unknown): string => JSON.stringify(value);

/** A range in words that need no translation: `0–10`, `≥ 1`, `≤ 64`. */
function toRange(min: number | undefined, max: number | undefined): string | null {
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min}–${max}`;
  if (min !== undefined) return `≥ ${min}`;
  return max === undefined ? null : `≤ ${max}`;
}

/** The bounds that zod writes for every safe integer; they say nothing to a reader. */
const isTelling = (bound: number | undefined): number | undefined =>
  bound !== undefined && Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound;

function toSingleType(schema: JsonSchema): string {
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(" | ");
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "object";
  if (schema.type === "array") return `array of ${schema.items === undefined ? "anything" : toTypeText(schema.items)}`;
  const type = typeof schema.type === "string" ? schema.type : (schema.type?.join(" | ") ?? "anything");
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** What a value looks like, in the notation of JSON: `string (uuid)`, `array of number`, `"a" | "b"`, `number | null`. */
export function toTypeText(schema: JsonSchema): string {
  const options = schema.anyOf ?? schema.oneOf;
  return options === undefined ? toSingleType(schema) : options.map(toTypeText).join(" | ");
}

/** Limits on the value, such as `0–10`, `15 items`, `≤ 64 characters`. Units are the caller's texts. */
export function listLimits(schema: JsonSchema, units: { items: string; characters: string }): string[] {
  const value = toRange(isTelling(schema.minimum), isTelling(schema.maximum));
  const length = toRange(schema.minLength, schema.maxLength);
  const count = toRange(schema.minItems, schema.maxItems);
  return [
    value,
    schema.exclusiveMinimum === undefined ? null : `> ${schema.exclusiveMinimum}`,
    length === null ? null : `${length} ${units.characters}`,
    count === null ? null : `${count} ${units.items}`,
  ].filter((limit) => limit !== null);
}

/** The object inside, when a schema is one, lists some, or may be one. */
export function getInnerObject(schema: JsonSchema): JsonSchema | null {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return getInnerObject(schema.items);
  for (const option of schema.anyOf ?? schema.oneOf ?? []) {
    const inner = getInnerObject(option);
    if (inner !== null) return inner;
  }
  return null;
}
