/**
 * Puts values into a message's {names}. The sentences of a reply need nothing of ICU's plurals, and a full formatter would take
 * longer over one list of reasons than scoring all careers does.
 */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
