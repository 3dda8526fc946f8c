import type { AnswerChange } from "@/lib/engine/explain/answer-changes";
import { CHANGE_POINTS_MAX } from "@/lib/engine/explain/answer-changes";
import type { LearnedReason } from "@/lib/engine/explain/learned-reasons";
import type { Reason } from "@/lib/engine/explain/reasons";
import type { LearnedTopic } from "@/lib/engine/features/feature-table";
import texts from "@/lib/messages/en/explain.json";
import type { CareerSnapshot } from "./career-snapshot";
import { fillText } from "./fill-text";
import type { Past } from "./list-history";
import { toSalaryRange } from "./salary-range";

/**
 * One reason as a sentence.
 * @param item  position of the career that it is about
 * @param past  the careers of the person's history that a reason may name
 */
export function wordReason(reason: Reason, snapshot: CareerSnapshot, item: number, past: readonly Past[] = []): string {
  switch (reason.kind) {
    case "both_high":
    case "both_low":
    case "asks_more":
    case "asks_less":
      return fillText(texts[reason.kind], {
        topic: texts.topics[reason.dimension],
        you: reason.you,
        career: reason.career,
      });
    case "text_close":
    case "text_far":
      return texts[reason.kind];
    case "because_liked":
    case "like_disliked": {
      const causes = new Set(past.filter((entry) => reason.items.includes(entry.item)).map(({ because }) => because));
      const names = nameCareers(snapshot, reason.items);
      if (reason.kind === "like_disliked") return fillText(texts.like_disliked, { names });
      const [cause] = causes.size === 1 ? causes : [];
      return fillText(cause === undefined || cause === "dismiss" ? texts.because.mixed : texts.because[cause], {
        names,
      });
    }
    case "neighbours": {
      const [first, second] = reason.items.map((at) => snapshot.careers[at]?.title ?? "");
      return second === undefined
        ? fillText(texts.neighbour, { first: first ?? "" })
        : fillText(texts.neighbours, { first: first ?? "", second });
    }
    case "objective_met":
    case "objective_missed":
      return fillText(texts[reason.kind][reason.objective], toFactWords(snapshot, item));
    case "stressful":
      return fillText(texts.stressful, { percent: Math.floor(snapshot.index.facts[item]?.stressPercentile ?? 0) });
    default:
      return fillText(texts[reason.kind], toFactWords(snapshot, item));
  }
}

/** What others' choices taught of a career, as a sentence. */
export function wordLearned({ kind, topic }: LearnedReason, snapshot: CareerSnapshot, item: number): string {
  const values = { ...toFactWords(snapshot, item), field: snapshot.careers[item]?.cluster ?? texts.unknown };
  return fillText(texts[kind][topic], values);
}

/** What the person's own choices taught of a career, as a sentence. */
export function wordOwn({ kind, topic }: LearnedReason, snapshot: CareerSnapshot, item: number): string {
  const sentences: Partial<Record<LearnedTopic, string>> = kind === "learned_more" ? texts.own_more : texts.own_less;
  const sentence = sentences[topic];
  if (sentence === undefined) throw new Error(`own choices teach nothing about ${topic}`);
  const values = { ...toFactWords(snapshot, item), field: snapshot.careers[item]?.cluster ?? texts.unknown };
  return fillText(sentence, values);
}

function nameCareers(snapshot: CareerSnapshot, items: readonly number[]): string {
  const [first = "", second] = items.map((at) => snapshot.careers[at]?.title ?? "");
  return second === undefined ? first : fillText(texts.two_names, { first, second });
}

function toFactWords(snapshot: CareerSnapshot, item: number) {
  const facts = snapshot.index.facts[item];
  const growth = facts?.growthPercent ?? null;
  const levels: Record<string, string> = texts.education;
  return {
    salary: toSalaryRange(snapshot.careers[item]?.record.wages ?? null)?.text ?? texts.unknown,
    growth: growth === null ? texts.unknown : `${growth > 0 ? "+" : ""}${growth}%`,
    education: levels[facts?.schoolingLevel ?? 0] ?? texts.unknown,
    percent: Math.floor(facts?.aiPercentile ?? 0),
  };
}

/** What would change a career's place, as a sentence. */
export function wordChange(change: AnswerChange | null, snapshot: CareerSnapshot): string {
  if (change === null) return fillText(texts.stable, { points: CHANGE_POINTS_MAX });
  return fillText(texts.change, {
    topic: texts.topics[change.dimension],
    from: change.from,
    to: change.to,
    replacement: snapshot.careers[change.replacement]?.title ?? "",
  });
}
