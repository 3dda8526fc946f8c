import { parseArgs } from "node:util";

export interface CliArguments {
  readonly source: string;
  readonly out: string;
  readonly onet: string | undefined;
}

export const USAGE = [
  "Usage: npm run catalogue:build -- --source DIR [--out DIR] [--onet DIR]",
  "  --source DIR  folder with raw/ (public tables) and careers/texts.jsonl",
  "  --out DIR     where to write the catalogue (default prisma/catalogue)",
  "  --onet DIR    an O*NET release to use instead of the newest raw/onet_<major>_<minor>",
].join("\n");

/**
 * Parses the command line of the catalogue build.
 * @returns the arguments, or null when help was asked for
 * @throws Error with the usage in its message when an argument is unknown or --source is missing
 */
export function parseCliArguments(argv: readonly string[]): CliArguments | null {
  const options = {
    source: { type: "string" },
    out: { type: "string" },
    onet: { type: "string" },
    help: { type: "boolean" },
  } as const;
  let values: { source?: string; out?: string; onet?: string; help?: boolean };
  try {
    values = parseArgs({ args: [...argv], options }).values;
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`, { cause });
  }
  if (values.help) return null;
  if (!values.source) throw new Error(`--source is missing\n${USAGE}`);
  return { source: values.source, out: values.out ?? "prisma/catalogue", onet: values.onet };
}
