import { type FeedProblem, type RawPosting, toFeedText } from "@/lib/adapters/job-feeds/feed-item";
import { SALARY_MAX } from "@/lib/contracts/employer";

/** How many of them a full-time year has, as the statistics office counts: 52 weeks of 40 hours. */
const PER_YEAR = { hour: 2080, day: 260, week: 52, "two weeks": 26, month: 12, year: 1 } as const;
type Period = keyof typeof PER_YEAR;

/** Also the codes of USAJOBS. */
const PERIODS: readonly [RegExp, Period][] = [
  [/^(ph|h|hr|hour|hourly|per hour|an hour)$/, "hour"],
  [/^(pd|d|day|daily|per day|a day)$/, "day"],
  [/^(bw|biweekly|bi-weekly|fortnight|two weeks|per pay period)$/, "two weeks"],
  [/^(w|wk|week|weekly|per week|a week)$/, "week"],
  [/^(pm|m|mo|mon|month|monthly|per month|a month)$/, "month"],
  [/^(pa|y|yr|ann|annum|year|yearly|annual|annually|per year|a year|per annum)$/, "year"],
];
/** Pay a year below this is by the hour or month, or a slip. */
const YEAR_MIN = 1000;

export type YearSalary = { salaryMin: number | null; salaryMax: number | null };

/** Pay in US dollars a year, and what of it could not be used. */
export type SalaryReading = YearSalary & {
  /** The posting contradicts itself. */
  refusal: FeedProblem | null;
  /** Left out of the posting. */
  leftOut: FeedProblem | null;
};

const NONE: SalaryReading = { salaryMin: null, salaryMax: null, refusal: null, leftOut: null };

export function readSalary(raw: RawPosting): SalaryReading {
  const ends = readEnds(raw);
  if ("problem" in ends) return { ...NONE, leftOut: ends.problem };
  const { min, max } = ends;
  if (min === null && max === null) return NONE;
  if (min !== null && max !== null && min > max) {
    const fix = `must be at least the lower end, ${min}`;
    return { ...NONE, refusal: { field: "salaryMax", value: toFeedText(max), fix } };
  }
  const currency = toFeedText(raw.currency).trim();
  if (currency !== "" && !/^(usd|us\$|\$)$/i.test(currency)) {
    return {
      ...NONE,
      leftOut: { field: "currency", value: currency, fix: "only US dollars (USD) are compared: convert the salary" },
    };
  }
  return toYear(min, max, readPeriod(raw));
}

function readPeriod({ salaryPeriod, salary }: RawPosting): Period | string {
  const given = toFeedText(salaryPeriod).trim().toLowerCase();
  const said =
    given !== ""
      ? given
      : (/(?:\/|per|an?)\s*(hour|hr|day|week|month|year|annum)/i.exec(toFeedText(salary))?.[1] ?? "year");
  return PERIODS.find(([pattern]) => pattern.test(said.toLowerCase()))?.[1] ?? said;
}

function toYear(min: number | null, max: number | null, period: string): SalaryReading {
  if (!(period in PER_YEAR)) {
    const fix = `must be one of ${Object.keys(PER_YEAR).join(", ")}`;
    return { ...NONE, leftOut: { field: "salaryPeriod", value: period, fix } };
  }
  const scale = (value: number | null): number | null =>
    value === null ? null : Math.round(100 * value * PER_YEAR[period as Period]) / 100;
  const salaryMin = scale(min);
  const salaryMax = scale(max);
  const highest = salaryMax ?? salaryMin ?? 0;
  if (highest > SALARY_MAX || highest < YEAR_MIN) {
    const fix = `is no pay for a full-time year: it must be ${YEAR_MIN} to ${SALARY_MAX} dollars. Name its period (hour, month, ...)`;
    return {
      ...NONE,
      leftOut: { field: salaryMax === null ? "salaryMin" : "salaryMax", value: toFeedText(highest), fix },
    };
  }
  return { ...NONE, salaryMin, salaryMax };
}

type Ends = { min: number | null; max: number | null };

function readEnds({ salary, salaryMin, salaryMax }: RawPosting): Ends | { problem: FeedProblem } {
  const min = readAmount(salaryMin);
  const max = readAmount(salaryMax);
  const given = { salaryMin, salaryMax };
  for (const [field, amount] of [
    ["salaryMin", min],
    ["salaryMax", max],
  ] as const) {
    if (amount === undefined) return { problem: toNoNumber(field, given[field]) };
  }
  if (min != null || max != null) return { min: min ?? null, max: max ?? null };
  const text = toFeedText(salary).trim();
  if (text === "") return { min: null, max: null };
  const amounts = (text.match(/\d[\d,]*(\.\d+)?\s*k?\b/gi) ?? []).slice(0, 2).map(readAmount);
  const [low, high] = amounts;
  if (low == null || (high === undefined && amounts.length > 1)) return { problem: toNoNumber("salary", text) };
  // "80-90k" means both in thousands.
  const isShort = high != null && high >= 1000 && low < 1000 && /\d\s*[-–]\s*\d+(\.\d+)?\s*k/i.test(text);
  return { min: isShort ? low * 1000 : low, max: high ?? (/up to/i.test(text) ? low : null) };
}

/** null of nothing or of nought, which feeds write for it; undefined of what is no amount. */
function readAmount(value: unknown): number | null | undefined {
  if (value == null) return null;
  const text = toFeedText(value)
    .trim()
    .replace(/^(usd|us)?\s*\$?\s*/i, "")
    .replace(/[,\s]/g, "");
  if (text === "") return null;
  const [, digits, thousands] = /^(\d+(?:\.\d+)?)(k?)$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * (thousands === "" ? 1 : 1000) || null;
}

const toNoNumber = (field: string, value: unknown): FeedProblem => ({
  field,
  value: toFeedText(value),
  fix: "must be an amount in dollars, such as 52000",
});
