import { type JobPreferences, JobPreferencesSchema, type RuledOut, type SwipeReason } from "@/lib/contracts/jobs";
import type { JobRow } from "@/lib/db/job-rows";

const PAY_STEP = 1000;
const LISTS_MAX = { hiddenCompanies: 100, hiddenClusters: 50, hiddenLocations: 50, hiddenSeniorities: 6 } as const;
const PLACE_LENGTH_MAX = 80;

/** What the reasons of a left swipe add to what somebody rules out; a reason that says nothing of this job adds nothing. */
export function ruleOut(
  preferences: JobPreferences,
  job: JobRow,
  reasons: readonly SwipeReason[],
): Partial<JobPreferences> {
  const changes: Partial<JobPreferences> = {};
  for (const reason of reasons) Object.assign(changes, RULES[reason](preferences, job));
  return changes;
}

const LIST_NAMES = ["hiddenCompanies", "hiddenClusters", "hiddenLocations", "hiddenSeniorities"] as const;
const NOTHING = JobPreferencesSchema.parse({});

/** Companies go by their id: they may be renamed. */
const toKey = (entry: string | { id: string }): string => (typeof entry === "string" ? entry : entry.id);

/**
 * What of the preferences these reasons account for: not what somebody ruled out by hand before.
 * @param others  what other swipes account for
 */
export function toRuledOut(
  preferences: JobPreferences,
  job: JobRow,
  reasons: readonly SwipeReason[],
  others: readonly RuledOut[],
): RuledOut {
  const wanted = ruleOut(NOTHING, job, reasons);
  const ruledOut: RuledOut = {};
  for (const name of LIST_NAMES) {
    const known = new Set(preferences[name].map(toKey));
    for (const other of others) for (const key of other[name] ?? []) known.delete(key);
    const keys = (wanted[name] ?? []).map(toKey).filter((key) => !known.has(key));
    if (keys.length > 0) ruledOut[name] = keys;
  }
  if (wanted.salaryMin != null) {
    const { salaryMin } = preferences;
    const setBy = others.find((other) => other.salaryMin?.after === salaryMin)?.salaryMin;
    const before = setBy === undefined ? salaryMin : setBy.before;
    if (before === null || wanted.salaryMin > before) ruledOut.salaryMin = { before, after: wanted.salaryMin };
  }
  return ruledOut;
}

/** The preferences without what this swipe alone accounts for. What was changed by hand since stays as it is. */
export function takeBack(
  preferences: JobPreferences,
  own: RuledOut,
  others: readonly RuledOut[],
): Partial<JobPreferences> {
  const changes: Partial<JobPreferences> = {};
  for (const name of LIST_NAMES) {
    const gone = new Set(own[name]);
    for (const other of others) for (const key of other[name] ?? []) gone.delete(key);
    const kept = (preferences[name] as (string | { id: string })[]).filter((entry) => !gone.has(toKey(entry)));
    if (kept.length < preferences[name].length) Object.assign(changes, { [name]: kept });
  }
  if (own.salaryMin !== undefined) {
    const rest = [own.salaryMin.before ?? 0, ...others.map(({ salaryMin }) => salaryMin?.after ?? 0)];
    const highest = Math.max(own.salaryMin.after, ...rest);
    if (preferences.salaryMin === highest) changes.salaryMin = Math.max(...rest) || null;
  }
  return changes;
}

type Rule = (preferences: JobPreferences, job: JobRow) => Partial<JobPreferences>;

const RULES: Record<SwipeReason, Rule> = {
  pay: ({ salaryMin }, job) => {
    const top = job.salaryMax ?? job.salaryMin ?? job.typicalSalaryMax ?? job.typicalSalaryMin;
    if (top === null) return {};
    // The next round sum above what it pays at most.
    const floor = (Math.floor(top / PAY_STEP) + 1) * PAY_STEP;
    return { salaryMin: Math.min(10_000_000, Math.max(salaryMin ?? 0, floor)) };
  },
  location: ({ hiddenLocations }, job) => {
    const place = job.location.slice(0, PLACE_LENGTH_MAX).trim();
    return place === "" ? {} : { hiddenLocations: append(hiddenLocations, place, LISTS_MAX.hiddenLocations) };
  },
  company: ({ hiddenCompanies }, { companyId, company }) => {
    const others = hiddenCompanies.filter(({ id }) => id !== companyId);
    return { hiddenCompanies: [...others, { id: companyId, name: company }].slice(-LISTS_MAX.hiddenCompanies) };
  },
  field: ({ hiddenClusters }, { clusterId }) =>
    clusterId === null ? {} : { hiddenClusters: append(hiddenClusters, clusterId, LISTS_MAX.hiddenClusters) },
  seniority: ({ hiddenSeniorities }, job) => {
    const level = job.seniority ?? job.typicalSeniority;
    return level === null ? {} : { hiddenSeniorities: append(hiddenSeniorities, level, LISTS_MAX.hiddenSeniorities) };
  },
  other: () => ({}),
};

/** Where a list is full the oldest entry goes. */
function append<Item>(list: readonly Item[], item: Item, countMax: number): Item[] {
  return [...list.filter((other) => other !== item), item].slice(-countMax);
}
