export type Params = Record<string, string | string[] | undefined>;

/** Reads what an address asks for. Whatever is not usable in it counts as not given, since people edit and share addresses. */
export function readAddress(params: Params) {
  const text = (name: string, lengthMax = 200): string => {
    const value = params[name];
    return ((Array.isArray(value) ? value[0] : value) ?? "").replaceAll("\0", "").trim().slice(0, lengthMax);
  };
  return {
    text,
    choice: <Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice =>
      choices.find((choice) => choice === text(name)) ?? fallback,
    whole: (name: string, min: number, max: number, fallback: number): number => {
      const value = text(name) === "" ? Number.NaN : Number(text(name));
      return Number.isInteger(value) && value >= min && value <= max ? value : fallback;
    },
    day: (name: string): string =>
      /^\d{4}-\d\d-\d\d$/.test(text(name)) && Date.parse(text(name)) > 0 ? text(name) : "",
  };
}

/** A query string of what differs from the usual. */
export function toQuery(
  state: Readonly<Record<string, string | number | undefined>>,
  usual: Readonly<Record<string, string | number | undefined>>,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== "" && value !== usual[name]) query.set(name, String(value));
  }
  return query;
}

export const toHref = (path: string, query: URLSearchParams): string => (query.size === 0 ? path : `${path}?${query}`);
