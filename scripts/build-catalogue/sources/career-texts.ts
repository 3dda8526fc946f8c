import { z } from "zod";
import { CareerCodeSchema } from "@/lib/contracts/catalogue";
import { SourceError } from "../read/source-error";

const CareerTextSchema = z.strictObject({
  code: CareerCodeSchema,
  summary: z.string().min(1),
  day: z.array(z.string().min(1)).length(3),
  fits: z.string().min(1),
  tough: z.string().min(1),
  keywords: z.array(z.string().min(1)).min(1),
});

export type CareerText = z.infer<typeof CareerTextSchema>;

/**
 * Parses Waymark's own texts, one JSON object a line. They decide which occupations the catalogue has.
 * @returns the texts sorted by code
 * @throws SourceError naming the line when one is malformed or a code comes twice
 */
export function parseCareerTexts(file: string, text: string): CareerText[] {
  const texts = new Map<string, CareerText>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const career = parseLine(file, index + 1, line);
    if (texts.has(career.code)) throw new SourceError(file, `line ${index + 1}: ${career.code} comes twice`);
    texts.set(career.code, career);
  }
  if (texts.size === 0) throw new SourceError(file, "has no careers");
  return [...texts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function parseLine(file: string, lineNumber: number, line: string): CareerText {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new SourceError(file, `line ${lineNumber} is not JSON`, { cause });
  }
  const parsed = CareerTextSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SourceError(
    file,
    `line ${lineNumber}: ${issue?.path.join(".") || "line"}: ${issue?.message ?? "malformed"}`,
  );
}
