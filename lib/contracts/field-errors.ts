import type { z } from "zod";
import type { FieldError } from "@/lib/errors";

/** Where each fault is, and what is allowed there. */
export function toFieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ field: toFieldName(issue), message: issue.message }));
}

/** answers[3].value rather than a list of keys; an unknown key is named itself. */
function toFieldName(issue: z.core.$ZodIssue): string {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const name = path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  return name || "body";
}
