import { useTranslations } from "next-intl";
import { RangeBar } from "@/components/ui/range-bar";
import text from "@/components/ui/type.module.css";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { useFactWords, WAGE_CEILING } from "./use-fact-words";

type Wages = NonNullable<CatalogueCareer["wages"]>;

/** Wages from the 10th to the 90th percentile on a scale that is the same for all careers, so that bars can be compared. */
export function WageRange({ wages }: { wages: CatalogueCareer["wages"] }) {
  const t = useTranslations("facts");
  const words = useFactWords();
  if (wages === null) return <p className={text.small}>{t("payUnknown")}</p>;
  const figure = (name: "p10" | "median" | "p90", value: Wages["p10"]) => {
    if (value !== null) return words.amount(value, wages.period);
    return wages.topCoded.includes(name) ? words.ceiling(wages.period) : words.unknown;
  };
  const low = figure("p10", wages.p10);
  const median = figure("median", wages.median);
  const high = figure("p90", wages.p90);
  const ceiling = WAGE_CEILING[wages.period];
  // Without a number at the ceiling the post would vanish, although the source says where it is at least.
  const post = wages.median ?? (wages.topCoded.includes("median") ? ceiling : null);
  return (
    <RangeBar
      label={t("payRange", { range: `${low} – ${high} ${t(wages.period)}`, median })}
      low={wages.p10}
      median={post}
      high={wages.p90}
      scaleMax={ceiling}
      lowText={t("payLow", { amount: low })}
      medianText={t("payMiddle", { amount: median })}
      highText={t("payHigh", { amount: high })}
    />
  );
}
