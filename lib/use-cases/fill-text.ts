/** Puts values into a message's {names}. The sentences of a reply need nothing of ICU's plurals. */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
