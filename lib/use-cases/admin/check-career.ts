import type { z } from "zod";
import {
  AddCareerRequestSchema,
  ChangeCareerRequestSchema,
  type CheckCareerReply,
  type CheckCareerRequestSchema,
} from "@/lib/contracts/admin-careers";
import { toFieldErrors } from "@/lib/contracts/field-errors";
import { hasCareer } from "@/lib/db/admin-careers";
import type { FieldError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { toCareerText } from "../embed-careers";
import { requireAdmin } from "../permissions";
import { listCatalogueFaults, listCloseTo } from "./check-career-fields";

/** Too few words say nothing about what a career is close to. */
const WORDS_MIN = 8;

/** What would be said of a form if it were sent now: faulty fields, and careers that say nearly the same. */
export async function checkCareer(
  deps: Pick<Deps, "db" | "embedder">,
  actor: Actor,
  { editing, career }: z.output<typeof CheckCareerRequestSchema>,
): Promise<CheckCareerReply> {
  requireAdmin(actor);
  const schema = editing === null ? AddCareerRequestSchema : ChangeCareerRequestSchema;
  const parsed = schema.safeParse(career);
  const faults: (FieldError | null)[] = parsed.success ? [] : toFieldErrors(parsed.error);
  const isValid = (field: string) => !faults.some((fault) => fault?.field.split(/[.[]/)[0] === field);
  const text = (field: string) =>
    isValid(field) && typeof career[field] === "string" ? String(career[field]) : undefined;
  const found = await listCatalogueFaults(deps.db, { title: text("title"), cluster: text("cluster") }, editing);
  const code = text("code");
  const isTaken = editing === null && code !== undefined && (await hasCareer(deps.db, code));
  const taken = isTaken ? { field: "code", message: "is the code of another career already" } : null;
  return {
    errors: [...faults, found.title, found.cluster, taken].filter((fault) => fault !== null),
    close: await listCloseTo(deps, await embedForm(deps, career), editing),
  };
}

async function embedForm({ embedder }: Pick<Deps, "embedder">, career: Record<string, unknown>) {
  const text = (field: string): string => (typeof career[field] === "string" ? career[field] : "");
  const list = (field: string): string[] => {
    const value = career[field];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
  };
  const words = toCareerText({
    title: text("title"),
    summary: text("summary"),
    alternateTitles: list("alternateTitles"),
    keywords: list("keywords"),
    day: list("day"),
  });
  if (embedder === null || embedder.countKnownWords(words) < WORDS_MIN) return null;
  return (await embedder.embed([words]))[0] ?? null;
}
