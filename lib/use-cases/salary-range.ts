import type { SalaryRange } from "@/lib/contracts/careers";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import explain from "@/lib/messages/en/explain.json";
import { fillText } from "./fill-text";

const CEILING = { year: 239_200, hour: 115 };
const wholeDollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** The wages from the 10th to the 90th percentile, in numbers and in words; null when none are published. */
export function toSalaryRange(wages: CatalogueCareer["wages"]): SalaryRange | null {
  if (wages === null) return null;
  const { p10: low, median, p90: high, period } = wages;
  const format = (value: number): string => (period === "hour" ? cents : wholeDollars).format(value);
  const words = explain.salary;
  const values = {
    low: low === null ? "" : format(low),
    median: median === null ? "" : format(median),
    high: high === null ? "" : format(high),
    ceiling: format(CEILING[period]),
    period: words[period],
  };
  let text: string | null = null;
  if (low !== null && high !== null) text = words.range;
  else if (low !== null && wages.topCoded.includes("p90")) text = words.rangeTop;
  else if (median !== null) text = words.median;
  else if (wages.topCoded.includes("median")) text = words.top;
  return text === null ? null : { period, low, median, high, text: fillText(text, values) };
}
