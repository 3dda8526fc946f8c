import type { JobSummary, Seniority } from "@/lib/contracts/jobs";

export const JOB_SENIORITIES = ["ENTRY", "JUNIOR", "MID", "SENIOR", "LEAD", "PRINCIPAL"] as const satisfies Seniority[];
export const SALARY_OPTIONS = [40_000, 60_000, 80_000, 100_000, 150_000] as const;
const SKILLS_MAX = 10;
const LINE_LENGTH_MAX = 80;

/** What narrows the feed down; "", 0, false and [] where nothing does. */
export type FeedFilters = {
  remote: boolean;
  location: string;
  seniority: readonly Seniority[];
  salary_min: number;
  /** id of a cluster */
  cluster: string;
  /** code of a career */
  career: string;
  skills: readonly string[];
};

export type FilterName = keyof FeedFilters;

/** Everything that decides what the page of jobs shows; it lives in the address. */
export type JobsState = { view: "deck" | "list"; filters: FeedFilters };

export const NO_FILTERS: FeedFilters = {
  remote: false,
  location: "",
  seniority: [],
  salary_min: 0,
  cluster: "",
  career: "",
  skills: [],
};

type Params = Record<string, string | string[] | undefined>;

/** A list as it is typed: on one line, each entry once. */
export function parseSkills(text: string): string[] {
  const skills = text
    .split(",")
    .map((part) => part.replace(/\s+/g, " ").trim().slice(0, LINE_LENGTH_MAX))
    .filter((part) => part !== "");
  return [...new Set(skills)].slice(0, SKILLS_MAX);
}

/** What an address asks for. Whatever is not usable in it counts as not given, since people edit and share addresses. */
export function parseJobs(params: Params): JobsState {
  const text = (name: string): string => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
  };
  const matching = (name: string, pattern: RegExp): string => (pattern.test(text(name)) ? text(name) : "");
  const salary = Number(text("salary_min"));
  const levels = text("seniority").toUpperCase().split(",");
  return {
    view: text("view") === "list" ? "list" : "deck",
    filters: {
      remote: text("remote") === "true",
      location: text("location").slice(0, LINE_LENGTH_MAX),
      seniority: JOB_SENIORITIES.filter((level) => levels.includes(level)),
      salary_min: salary > 0 && salary <= 10_000_000 ? salary : 0,
      cluster: matching("cluster", /^[a-z-]{1,64}$/),
      career: matching("career", /^\d{2}-\d{4}\.\d{2}$/),
      skills: parseSkills(text("skills")),
    },
  };
}

/** The filters as the API knows them; those that do nothing are left out. */
export function toFeedQuery(filters: FeedFilters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    const text = String(value);
    if (text !== "" && text !== "0" && text !== "false") query.set(name, text);
  }
  return query;
}

/** The address of a state. */
export function toJobsHref({ view, filters }: JobsState): string {
  const query = toFeedQuery(filters);
  if (view === "list") query.set("view", view);
  return query.size === 0 ? "/jobs" : `/jobs?${query}`;
}

export const countFilters = (filters: FeedFilters): number => toFeedQuery(filters).size;

export const withoutFilter = (filters: FeedFilters, name: FilterName): FeedFilters => ({
  ...filters,
  [name]: NO_FILTERS[name],
});

export const toJobHref = ({ id }: Pick<JobSummary, "id">): string => `/jobs/${id}`;
