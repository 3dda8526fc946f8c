import { useFormatter, useTranslations } from "next-intl";
import type { RankerReport } from "@/lib/contracts/rankers";

/** NDCG and its differences, with as many digits as mean something. */
export function useRankerFigures() {
  const t = useTranslations("admin.models");
  const format = useFormatter();
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 } as const;
  const toDigits = (value: number): string => format.number(value, digits);
  const toSigned = (value: number): string => format.number(value, { ...digits, signDisplay: "exceptZero" });
  const toDifference = ({ estimate, low, high }: RankerReport["beyondBase"]): string =>
    t("differenceWithin", { estimate: toSigned(estimate), low: toSigned(low), high: toSigned(high) });
  return { toDigits, toDifference };
}
