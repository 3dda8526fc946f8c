import { useTranslations } from "next-intl";
import { useFactWords, WAGE_CEILING } from "@/components/careers/use-fact-words";
import { classNames } from "@/components/ui/class-names";
import { RangeBar } from "@/components/ui/range-bar";
import text from "@/components/ui/type.module.css";
import type { ComparedCareer } from "@/lib/contracts/compare";
import { toYearlyPay } from "./compare-rows";
import { Marked } from "./marked";

const HOURS_A_YEAR = 2080;

/** Median pay, and the range around it on one scale for all careers: pay by the hour is drawn as that of a full-time year. */
export function ComparedPay({ career, mark }: { career: ComparedCareer; mark: string | null }) {
  const t = useTranslations("facts");
  const words = useFactWords();
  const { wages, salary_range } = career;
  if (wages === null || salary_range === null) return words.unknown;
  const perYear = (value: number | null) =>
    value === null ? null : wages.period === "hour" ? value * HOURS_A_YEAR : value;
  const middle = words.medianPay(wages);
  return (
    <>
      <Marked mark={mark}>{middle}</Marked>
      <RangeBar
        label={t("payRange", { range: salary_range.text, median: middle })}
        low={perYear(wages.p10)}
        median={toYearlyPay(career)}
        high={perYear(wages.p90)}
        scaleMax={WAGE_CEILING.year}
      />
      <div aria-hidden="true" className={classNames(text.caption, text.muted)}>
        {salary_range.text}
      </div>
    </>
  );
}
