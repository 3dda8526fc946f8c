import { useFormatter, useTranslations } from "next-intl";
import type { SalaryRange } from "@/lib/contracts/careers";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";

type Period = SalaryRange["period"];

/** The survey publishes no wage above this; a percentile there is "… or more". */
export const WAGE_CEILING: Record<Period, number> = { year: 239_200, hour: 115 };

/** How a career's figures are written. Works on the server and in the browser. */
export function useFactWords() {
  const t = useTranslations("facts");
  const format = useFormatter();
  const amount = (value: number, period: Period) =>
    format.number(value, {
      style: "currency",
      currency: "USD",
      minimumFractionDigits: period === "hour" ? 2 : 0,
      maximumFractionDigits: period === "hour" ? 2 : 0,
    });
  const unknown = t("unknown");
  return {
    unknown,
    amount,
    ceiling: (period: Period) => t("orMore", { amount: amount(WAGE_CEILING[period], period) }),
    /** The median of a summary; its range in words where the median has no number. */
    pay: (range: SalaryRange | null) => {
      if (range === null) return unknown;
      return range.median === null
        ? range.text
        : t("wage", { amount: amount(range.median, range.period), period: t(range.period) });
    },
    medianPay: (wages: CatalogueCareer["wages"]) => {
      if (wages === null) return unknown;
      const period = t(wages.period);
      if (wages.median !== null) return t("wage", { amount: amount(wages.median, wages.period), period });
      if (!wages.topCoded.includes("median")) return unknown;
      return t("wage", { amount: t("orMore", { amount: amount(WAGE_CEILING[wages.period], wages.period) }), period });
    },
    growth: (percent: number | null) =>
      percent === null
        ? unknown
        : format.number(percent / 100, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 1 }),
    /** @param percent  0 to 100 */
    share: (percent: number) => format.number(percent / 100, { style: "percent", maximumFractionDigits: 1 }),
    count: (value: number | null) => (value === null ? unknown : format.number(value)),
    /** @param entry  the statistics office's name of the typical entry level */
    schooling: (entry: string | null) =>
      entry !== null && t.has(`schooling.${entry}`) ? t(`schooling.${entry}`) : (entry ?? unknown),
  };
}
