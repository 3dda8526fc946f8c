import { z } from "zod";
import { SourceError } from "../read/source-error";

const ProfilesSchema = z.object({
  elements: z.array(
    z.object({ element_id: z.string(), element_name: z.string(), type: z.enum(["skill", "work_activity"]) }),
  ),
  profiles: z.record(
    z.string(),
    z.object({
      vector: z.record(z.string(), z.number().min(1).max(5)),
      source_onet_codes: z.array(z.string()).min(1),
      synthetic: z.boolean().optional(),
    }),
  ),
});

/** Importance of the skills and work activities of one 6-digit occupation. */
export interface SkillProfile {
  /** The O*NET occupations it was averaged from. */
  readonly sourceCodes: readonly string[];
  /** (e,) importance in the order of `elementNames`. */
  readonly values: readonly number[];
}

export interface SkillProfiles {
  /** Names of the 35 skills and 41 work activities. */
  readonly elementNames: readonly string[];
  readonly byCode: ReadonlyMap<string, SkillProfile>;
  /** 6-digit codes of the profiles that were made up from other occupations, and are therefore left out. */
  readonly droppedCodes: readonly string[];
}

/**
 * Parses the compiled profiles and drops the synthetic ones: an average of three other occupations is not a measurement.
 * @throws SourceError when the JSON has another shape or a profile lacks an element
 */
export function parseSkillProfiles(file: string, text: string): SkillProfiles {
  const parsed = ProfilesSchema.safeParse(parseJson(file, text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SourceError(file, `${issue?.path.join(".") || "file"}: ${issue?.message ?? "malformed"}`);
  }
  const { elements, profiles } = parsed.data;
  const byCode = new Map<string, SkillProfile>();
  const droppedCodes: string[] = [];
  for (const [code, profile] of Object.entries(profiles).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (profile.synthetic || profile.source_onet_codes.includes("synthetic")) {
      droppedCodes.push(code);
      continue;
    }
    const values = elements.map(({ element_id, element_name }) => {
      const value = profile.vector[element_id];
      if (value === undefined) throw new SourceError(file, `profile ${code} lacks ${element_id} (${element_name})`);
      return value;
    });
    byCode.set(code, { sourceCodes: profile.source_onet_codes, values });
  }
  return { elementNames: elements.map((element) => element.element_name), byCode, droppedCodes };
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceError(file, "is not JSON", { cause });
  }
}
