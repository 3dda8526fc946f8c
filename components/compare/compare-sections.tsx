import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import facts from "@/components/careers/facts.module.css";
import { useFactWords } from "@/components/careers/use-fact-words";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { ComparedCareer, Comparison } from "@/lib/contracts/compare";
import { differsAtAll, differsBy, differsByFactor, findHighest, toYearlyPay } from "./compare-rows";
import styles from "./compare-table.module.css";
import { ComparedPay } from "./compared-pay";
import { Marked } from "./marked";

export type CompareRow = {
  id: string;
  label: string;
  /** Under the label: the person's own figure. */
  note?: string;
  isDifferent: boolean;
  /** One a career. */
  cells: ReactNode[];
};

const PAY_FACTOR = 1.25;
const OPENINGS_FACTOR = 2;
const GROWTH_POINTS = 5;
const PERCENTILE_POINTS = 25;

/** The figures that people ask for first. */
export function useGlanceRows({ careers, you }: Comparison): CompareRow[] {
  const t = useTranslations("compare");
  const tFacts = useTranslations("facts");
  const words = useFactWords();
  const translate = useRequirementWords();
  const growth = careers.map(({ outlook }) => outlook?.growthPercent ?? null);
  const openings = careers.map(({ outlook }) => outlook?.openingsPerYear ?? null);
  const pay = careers.map(toYearlyPay);
  const marked = (values: readonly (number | null)[], mark: string, write: (value: number | null) => ReactNode) =>
    values.map((value, at) => (
      <Marked key={careers[at]?.code} mark={findHighest(values) === at ? mark : null}>
        {write(value)}
      </Marked>
    ));
  const plain = (id: string, label: string, values: readonly string[]): CompareRow => ({
    id,
    label,
    isDifferent: differsAtAll(values),
    cells: [...values],
  });
  const match: CompareRow = {
    id: "match",
    label: t("match"),
    isDifferent: false,
    cells: careers.map((career) =>
      career.match === null
        ? t("matchNone")
        : t("matchValue", { percent: Math.round(career.match.score), rank: career.match.rank }),
    ),
  };
  return [
    ...(you === null ? [] : [match]),
    {
      id: "pay",
      label: tFacts("pay"),
      isDifferent: differsByFactor(pay, PAY_FACTOR),
      cells: careers.map((career, at) => (
        <ComparedPay key={career.code} career={career} mark={findHighest(pay) === at ? t("highest") : null} />
      )),
    },
    {
      id: "growth",
      label: tFacts("growth"),
      isDifferent: differsBy(growth, GROWTH_POINTS),
      cells: marked(growth, t("fastest"), words.growth),
    },
    {
      id: "openings",
      label: tFacts("openings"),
      isDifferent: differsByFactor(openings, OPENINGS_FACTOR),
      cells: marked(openings, t("most"), words.count),
    },
    plain(
      "schooling",
      tFacts("education"),
      careers.map(({ education }) => words.schooling(education.typicalEntry)),
    ),
    plain(
      "zone",
      t("jobZone"),
      careers.map(({ jobZone }) => t(`zone.${jobZone}`)),
    ),
    plain("experience", translate.experienceLabel, careers.map(translate.experience)),
    plain("training", translate.trainingLabel, careers.map(translate.training)),
    {
      id: "ai",
      label: tFacts("aiTitle"),
      isDifferent: differsBy(
        careers.map(({ ai }) => ai.exposurePercentile),
        PERCENTILE_POINTS,
      ),
      cells: careers.map(({ code, ai }) => <ComparedAi key={code} ai={ai} />),
    },
    {
      id: "stress",
      label: t("stress"),
      isDifferent: differsBy(
        careers.map(({ stressPercentile }) => stressPercentile),
        PERCENTILE_POINTS,
      ),
      cells: careers.map(({ stressPercentile }) =>
        stressPercentile === null ? words.unknown : t("stressValue", { percent: Math.round(stressPercentile) }),
      ),
    },
  ];
}

/** What the work is like, in words. Words always differ, so these rows are not marked. */
export function useWorkRows({ careers }: Comparison): CompareRow[] {
  const t = useTranslations();
  const sentence = (words: string) => <p className={text.small}>{t("facts.sentence", { text: words })}</p>;
  const row = (id: string, label: string, toCell: (career: ComparedCareer) => ReactNode): CompareRow => ({
    id,
    label,
    isDifferent: false,
    cells: careers.map(toCell),
  });
  return [
    row("summary", t("compare.summary"), ({ code, summary }) => (
      <p key={code} className={text.small}>
        {summary}
      </p>
    )),
    row("day", t("facts.day"), ({ code, day }) => (
      <ol key={code} className={facts.list}>
        {day.map((item) => (
          <li key={item} className={text.small}>
            {item}
          </li>
        ))}
      </ol>
    )),
    row("fits", t("facts.fits"), ({ fits }) => sentence(fits)),
    row("tough", t("facts.tough"), ({ tough }) => sentence(tough)),
  ];
}

function useRequirementWords() {
  const t = useTranslations("career");
  const words = useFactWords();
  // The source's own words, where a newer release has one that the messages do not know yet.
  const translate = (group: "experiences" | "trainings", name: string | null) =>
    name !== null && t.has(`${group}.${name}`) ? t(`${group}.${name}`) : (name ?? words.unknown);
  return {
    experienceLabel: t("experience"),
    trainingLabel: t("training"),
    experience: ({ education }: ComparedCareer) => translate("experiences", education.experience),
    training: ({ education }: ComparedCareer) => translate("trainings", education.training),
  };
}

function ComparedAi({ ai }: Pick<ComparedCareer, "ai">) {
  const t = useTranslations("facts");
  const percentile = ai.exposurePercentile;
  if (percentile === null) return t("unknown");
  const percent = Math.round(percentile);
  const level = percentile < 100 / 3 ? "aiLow" : percentile < 200 / 3 ? "aiMedium" : "aiHigh";
  return (
    <>
      <div className={styles.figure}>{t(level)}</div>
      <p className={classNames(text.caption, text.muted, styles.ai)}>
        {percentile >= 50 ? t("aiMore", { percent }) : t("aiLess", { percent: 100 - percent })}
      </p>
    </>
  );
}
