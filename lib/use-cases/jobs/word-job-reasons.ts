import type { JobRow } from "@/lib/db/job-rows";
import type { JobReason, JobReasons } from "@/lib/engine/explain/job-reasons";
import type { LearnedReason } from "@/lib/engine/explain/learned-reasons";
import type { JobTopic } from "@/lib/engine/features/job-features";
import explain from "@/lib/messages/en/explain.json";
import { fillText } from "../fill-text";
import { toAskedSkills, toSkillNames } from "./job-facts";

const texts = explain.jobs;
/** Of a list of skills; the job's page has them all. */
const NAMES_MAX = 3;
const HOURS_A_DAY = 24;

/**
 * Reasons for and against a job as sentences.
 * @param learned  what choices taught of it, what moves it most first: the first of either side is said, after what the job itself says
 */
export function wordJobReasons(
  reasons: JobReasons,
  row: JobRow,
  learned: readonly LearnedReason<JobTopic>[] = [],
): { for: string[]; against: string[] } {
  const word = (reason: JobReason): string => wordReason(reason, row);
  const ofSide = (side: LearnedReason["kind"]): string[] => {
    const reason = learned.find(({ kind }) => kind === side);
    return reason === undefined ? [] : [wordLearned(reason, row)];
  };
  return {
    for: [...reasons.for.map(word), ...ofSide("learned_more")],
    against: [...reasons.against.map(word), ...ofSide("learned_less")],
  };
}

function wordLearned({ kind, topic }: LearnedReason<JobTopic>, row: JobRow): string {
  return fillText(texts[kind][topic], { field: row.cluster ?? explain.unknown, company: row.company });
}

function wordReason(reason: JobReason, row: JobRow): string {
  switch (reason.kind) {
    case "skills_met":
    case "skills_missing": {
      const names = toSkillNames(toAskedSkills(row));
      const isTypical = row.tags.length === 0;
      const text = texts[isTypical ? "typical" : "asked"][reason.kind];
      return fillText(text, {
        names: listNames(reason.names.map((key) => names.get(key) ?? key)),
        count: reason.names.length,
        of: reason.of,
      });
    }
    case "seniority_off": {
      const text = reason.levels > 0 ? texts.seniority_above : texts.seniority_below;
      const level = row.seniority ?? row.typicalSeniority;
      return fillText(text, { level: level === null ? "" : texts.levels[level] });
    }
    case "seniority_exact": {
      const level = row.seniority ?? row.typicalSeniority;
      return fillText(texts.seniority_exact, { level: level === null ? "" : texts.levels[level] });
    }
    case "fresh":
    case "old":
      return wordAge(reason.kind, Math.floor(reason.ageHours / HOURS_A_DAY));
    case "place_preferred":
    case "place_other":
      return fillText(texts[reason.kind], { place: row.location });
    default:
      return texts[reason.kind];
  }
}

function wordAge(kind: "fresh" | "old", days: number): string {
  if (days === 0) return texts.fresh_today;
  return days === 1 ? texts.fresh_yesterday : fillText(texts[kind], { days });
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(", ");
  const more = names.length - NAMES_MAX;
  return more > 0 ? fillText(texts.names_more, { names: shown, more }) : shown;
}
