/**
 * What a ranker may know of a person and a job, when it is shown: one row of numbers a job, the same for training and serving.
 *
 * Everything is known before the job is shown: what the person says of themselves and swiped until then, what the posting and its occupation say,
 * and what everybody did until the last midnight (UTC). Neither the place on the feed nor anything that happens afterwards is here. Numbers are
 * rounded to single precision, in which they are stored with the impression, so that a model sees the same number in training and in serving.
 * NaN is "not known". The version counts up with every change of a name, an order or a meaning. Cost: O(jobs x (features + swipes)).
 */
import { EngineError } from "../engine-error";
import type { Matrix } from "../math/vectors";
import type { CareerIndex } from "../scoring/career-index";
import { isPlacePreferred, JOB_PART_NAMES, type JobParts, type SeekerFacts } from "../scoring/job-score";
import { checkFeatureTable, type Feature, type FeatureTable } from "./feature-table";
import { type JobFeatureFacts, logOf, middleOf, type Put, toLogPay } from "./job-feature-facts";
import { type JobHistoryItem, makePutJobHistory } from "./job-history";
import { type JobPopularity, makePutJobPopularity } from "./job-popularity";

/** What a learned reason of a job is about. */
export type JobTopic =
  | "skills"
  | "seniority"
  | "pay"
  | "place"
  | "freshness"
  | "field"
  | "company"
  | "posting"
  | "history"
  | "popularity";
type JobFeatureGroup = "match" | "person" | "context" | "job" | "history" | "popularity";

const feature = (
  group: JobFeatureGroup,
  name: string,
  topic: JobTopic | null,
  meaning: string,
): Feature<JobFeatureGroup, JobTopic> => ({ group, name, topic, meaning });

export const JOB_FEATURES: FeatureTable<JobFeatureGroup, JobTopic> = {
  version: "jobs-1",
  features: [
    feature("match", "score", null, "points of the base score, 0 to 100"),
    ...JOB_PART_NAMES.map((name) => feature("match", `part_${name}`, null, `points of the base score for ${name}`)),
    feature("match", "cosine", null, "cosine of the job and the profile; not known without either"),
    feature("match", "skills_met", "skills", "skills that the job asks for and the person has"),
    feature("match", "skills_missing", "skills", "skills that the job asks for and the person has not"),
    feature(
      "match",
      "skills_met_share",
      "skills",
      "share of the job's skills that the person has; not known without any",
    ),
    feature(
      "match",
      "skills_used_share",
      "skills",
      "share of the person's skills that the job asks for; not known without any",
    ),
    feature("match", "seniority_gap", "seniority", "levels that the job is above the person; not known without either"),
    feature(
      "match",
      "seniority_distance",
      "seniority",
      "levels between the job and the person; not known without either",
    ),
    feature(
      "match",
      "pay_over_floor",
      "pay",
      "log of the job's pay over the least the person asks for; not known without either",
    ),
    feature(
      "match",
      "is_place_preferred",
      "place",
      "1 in a place that the person prefers; not known where either names none",
    ),
    feature("person", "person_seniority", "seniority", "the person's level, 0 to 5; not known when they do not say"),
    feature("person", "person_skills", "skills", "log(1 + skills of the person)"),
    feature("person", "person_places", "place", "places that the person prefers"),
    feature("person", "person_floor", "pay", "log of the least pay that the person asks for; not known without it"),
    feature("person", "person_is_remote", "place", "1 when the person wants nothing but remote jobs"),
    feature("person", "person_rules", null, "companies, fields, places and levels that the person ruled out"),
    feature("context", "mode_cold", null, "1 when nothing is known of the person"),
    feature("context", "mode_learned", null, "1 when likes have moved the profile"),
    feature("job", "seniority", "seniority", "the job's level, 0 to 5; not known"),
    feature(
      "job",
      "is_seniority_typical",
      "seniority",
      "1 when the level is the occupation's, since the posting names none",
    ),
    feature("job", "pay_min", "pay", "log of the least it pays, typical where it does not say; not known"),
    feature("job", "pay_max", "pay", "log of the most it pays, typical where it does not say; not known"),
    feature("job", "pay", "pay", "log of the middle of its pay, typical where it does not say; not known"),
    feature("job", "is_pay_stated", "pay", "1 when the posting names its pay"),
    feature("job", "pay_width", "pay", "log of the most over the least it pays; not known"),
    feature(
      "job",
      "pay_over_typical",
      "pay",
      "log of its stated pay over what is typical of its occupation; not known",
    ),
    feature("job", "is_remote", "place", "1 when it is remote"),
    feature("job", "places", "place", "places that the posting names"),
    feature("job", "age_hours", "freshness", "log(1 + hours since it was posted)"),
    feature("job", "hours_left", "freshness", "log(1 + hours until it expires); not known when it does not"),
    feature("job", "career_confidence", null, "how sure its occupation is, 0 to 1; not known without one"),
    { ...feature("job", "cluster", "field", "field of work; not known without one"), isCategorical: true },
    feature("job", "career_growth", "field", "percentile of its occupation's projected growth; not known without one"),
    feature("job", "career_calm", "field", "percentile of how little stress its occupation has; not known without one"),
    feature("job", "career_schooling", "field", "level of schooling of its occupation, 0 to 5; not known without one"),
    feature("job", "title_words", "posting", "words of its title"),
    feature("job", "skills_asked", "skills", "skills that it asks for"),
    feature(
      "job",
      "are_skills_typical",
      "posting",
      "1 when the skills are the occupation's, since the posting names none",
    ),
    feature("job", "is_posted_here", "posting", "1 when its employer posted it here"),
    feature("job", "is_demo", "posting", "1 when it was written to show what the feed is like"),
    feature("job", "company_jobs", "company", "log(1 + jobs of its company on the board)"),
    feature("history", "likes", null, "right swipes of the person"),
    feature("history", "passes", null, "left swipes of the person"),
    feature("history", "like_share", null, "share of right swipes, smoothed"),
    ...(["cluster", "career", "company", "seniority", "remote"] as const).flatMap((what) => [
      feature(
        "history",
        `liked_${what}`,
        what === "company" ? "company" : "history",
        `share of the liked jobs with its ${what}; not known without one`,
      ),
      feature(
        "history",
        `passed_${what}`,
        what === "company" ? "company" : "history",
        `share of the passed jobs with its ${what}; not known without one`,
      ),
    ]),
    feature(
      "history",
      "pay_over_liked",
      "pay",
      "log of its pay over the mean of the liked jobs; not known without either",
    ),
    feature(
      "history",
      "pay_over_passed",
      "pay",
      "log of its pay over the mean of the passed jobs; not known without either",
    ),
    feature(
      "history",
      "liked_similarity",
      "history",
      "highest cosine of its occupation with a liked job's; not known without either",
    ),
    feature(
      "history",
      "passed_similarity",
      "history",
      "highest cosine of its occupation with a passed job's; not known without either",
    ),
    feature(
      "history",
      "liked_similarity_mean",
      "history",
      "mean cosine of its occupation with the liked jobs'; not known without either",
    ),
    feature("popularity", "shown", "popularity", "log(1 + people that it was shown to)"),
    feature("popularity", "like_rate", "popularity", "right swipes a person that it was shown to, smoothed"),
    feature("popularity", "pass_rate", "popularity", "left swipes a person that it was shown to, smoothed"),
    feature("popularity", "open_rate", "popularity", "people who opened it, of those it was shown to, smoothed"),
    feature("popularity", "cluster_like_rate", "popularity", "right swipes a showing of jobs of its field, smoothed"),
    feature(
      "popularity",
      "career_like_rate",
      "popularity",
      "right swipes a showing of jobs of its occupation, smoothed",
    ),
    feature("popularity", "company_like_rate", "company", "right swipes a showing of its company's jobs, smoothed"),
  ],
};

checkFeatureTable(JOB_FEATURES);

export type JobFeatureSeeker = {
  readonly facts: SeekerFacts;
  /** The least pay that they ask for, US dollars a year. */
  readonly floor: number | null;
  readonly isRemoteOnly: boolean;
  /** Companies, fields, places and levels that they ruled out. */
  readonly ruleCount: number;
  readonly mode: "profile" | "learned" | "cold";
};

/** A job with its base score, as it is shown: rounded, so that the parts add up to it. */
export type JobFeatureRow = {
  readonly job: JobFeatureFacts;
  readonly score: number;
  readonly parts: JobParts;
  readonly similarity: number | null;
};

export type JobFeatureInput = {
  readonly index: CareerIndex;
  readonly seeker: JobFeatureSeeker;
  /** Their swipes until now. */
  readonly history: readonly JobHistoryItem[];
  /** Of everybody, until the last midnight. */
  readonly popularity: JobPopularity;
};

const orNaN = (value: number | null | undefined): number => value ?? Number.NaN;

/**
 * @returns (rows, features) in the order of JOB_FEATURES; NaN is not known
 */
export function toJobFeatures(input: JobFeatureInput, rows: readonly JobFeatureRow[]): Matrix {
  const cols = JOB_FEATURES.features.length;
  const data = new Float64Array(rows.length * cols);
  let at = 0;
  const put: Put = (value) => {
    // One zero: what is stored and read again has no other.
    data[at++] = Math.fround(value) + 0;
  };
  const person = toPersonValues(input.seeker);
  const putHistory = makePutJobHistory(input.index, input.history);
  const putPopularity = makePutJobPopularity(input.popularity);
  for (const row of rows) {
    const start = at;
    putMatch(put, row, input.seeker);
    for (const value of person) put(value);
    putJob(put, row.job, input);
    putHistory(put, row.job);
    putPopularity(put, row.job);
    if (at - start !== cols) throw new EngineError(`${at - start} values for ${cols} features`);
  }
  return { data, rows: rows.length, cols };
}

function putMatch(put: Put, { job, score, parts, similarity }: JobFeatureRow, seeker: JobFeatureSeeker): void {
  const { skills, seniority, location } = job.facts;
  const has = seeker.facts.skills;
  let met = 0;
  for (const skill of skills) if (has.has(skill)) met++;
  const level = seeker.facts.seniority;
  const gap = seniority === null || level === null ? Number.NaN : seniority - level;
  const namesPlaces = location !== "" && seeker.facts.locations.length > 0;
  put(score);
  for (const name of JOB_PART_NAMES) put(parts[name]);
  put(orNaN(similarity));
  put(met);
  put(skills.length - met);
  put(skills.length === 0 ? Number.NaN : met / skills.length);
  put(has.size === 0 ? Number.NaN : met / has.size);
  put(gap);
  put(Math.abs(gap));
  put(toLogPay(job.stated, job.typical) - logOf(seeker.floor));
  put(namesPlaces ? Number(isPlacePreferred(location, seeker.facts.locations)) : Number.NaN);
}

/** What is the same for every job. */
function toPersonValues({ facts, floor, isRemoteOnly, ruleCount, mode }: JobFeatureSeeker): number[] {
  return [
    orNaN(facts.seniority),
    Math.log1p(facts.skills.size),
    facts.locations.length,
    logOf(floor),
    Number(isRemoteOnly),
    ruleCount,
    Number(mode === "cold"),
    Number(mode === "learned"),
  ];
}

function putJob(put: Put, job: JobFeatureFacts, { index, popularity }: JobFeatureInput): void {
  const { facts, stated, typical, career } = job;
  const { objectives } = index;
  const isStated = middleOf(stated) !== null;
  const range = isStated ? stated : typical;
  const ofCareer = (values: ArrayLike<number>): number => (career < 0 ? Number.NaN : (values[career] as number));
  put(orNaN(facts.seniority));
  put(Number(job.isSeniorityTypical));
  put(logOf(range.min));
  put(logOf(range.max));
  put(toLogPay(stated, typical));
  put(Number(isStated));
  put(logOf(range.max) - logOf(range.min));
  put(logOf(middleOf(stated)) - logOf(middleOf(typical)));
  put(Number(facts.isRemote));
  put(facts.location === "" ? 0 : facts.location.split(";").length);
  put(Math.log1p(Math.max(0, facts.ageHours)));
  put(job.hoursLeft === null ? Number.NaN : Math.log1p(Math.max(0, job.hoursLeft)));
  put(orNaN(job.careerConfidence));
  put(job.cluster < 0 ? Number.NaN : job.cluster);
  put(ofCareer(objectives.growth));
  put(ofCareer(objectives.balance));
  put(ofCareer(objectives.schoolingLevel));
  put(countWords(job.title));
  put(facts.skills.length);
  put(Number(job.areSkillsTypical));
  put(Number(job.isPostedHere));
  put(Number(job.isDemo));
  put(Math.log1p(popularity.companyJobs.get(job.companyId) ?? 0));
}

function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 32;
    if (!isSpace && !isInside) count++;
    isInside = !isSpace;
  }
  return count;
}
