/** Postings to judge rankings by: real ones of a file, or made of the catalogue's other titles. Places, ages and remote work are made up. */
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { SENIORITIES } from "@/lib/contracts/me";
import { createRng, type Rng } from "@/lib/engine/math/random";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import type { JobFacts } from "@/lib/engine/scoring/job-score";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import type { Deps } from "@/lib/use-cases/deps";
import { type JobDraft, prepareJobs } from "@/lib/use-cases/jobs/prepare-jobs";

export type Posting = { facts: JobFacts; embedding: Float32Array; careerCode: string | null };

export const PLACES = [
  "Austin, TX",
  "Boise, ID",
  "Chicago, IL",
  "Denver, CO",
  "Miami, FL",
  "New York, NY",
  "Phoenix, AZ",
  "Portland, OR",
  "Washington, DC",
];
const REMOTE_SHARE = 0.15;
const AGE_HOURS_MAX = 30 * 24;
const BATCH = 500;
const TITLES_PER_CAREER = 4;

const PostingLineSchema = z.object({
  position_title: z.string().min(1),
  agency: z.string().nullish(),
  department: z.string().nullish(),
  occupation_series: z.array(z.string()).default([]),
});

const toDraft = (title: string, company: string, hint?: string): JobDraft => ({
  title,
  company,
  location: "",
  isRemote: false,
  tags: [],
  seniority: null,
  description: "",
  salaryMin: null,
  salaryMax: null,
  hint,
});

/** @throws Error that names the file and the line */
async function readDrafts(file: string): Promise<JobDraft[]> {
  if (!existsSync(file)) throw new Error(`--jobs: there is no file ${file}. Give a JSON-lines file of postings.`);
  const drafts = new Map<string, JobDraft>();
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    line++;
    if (text.trim() === "") continue;
    const parsed = PostingLineSchema.safeParse(parseJson(text));
    if (!parsed.success) throw new Error(`${file}, line ${line}: ${z.prettifyError(parsed.error)}`);
    const { position_title: title, agency, department, occupation_series: series } = parsed.data;
    // The same posting comes again and again: one of each title and office is enough.
    drafts.set(`${title}|${agency}`, toDraft(title, agency ?? department ?? "", series[0]?.replace(/^\d+ - /, "")));
  }
  return [...drafts.values()];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const makeDrafts = (snapshot: CareerSnapshot): JobDraft[] =>
  snapshot.careers.flatMap(({ record }) =>
    record.alternateTitles.slice(0, TITLES_PER_CAREER).map((title) => toDraft(title, record.industries[0]?.name ?? "")),
  );

/** @param count  drawn evenly without putting back; fewer when there are fewer */
export async function readPostings(
  deps: Deps,
  snapshot: CareerSnapshot,
  options: { file: string | undefined; count: number; seed: number },
): Promise<Posting[]> {
  const rng = createRng(options.seed);
  const all = options.file === undefined ? makeDrafts(snapshot) : await readDrafts(options.file);
  const drafts = drawSome(all, options.count, rng);
  const postings: Posting[] = [];
  for (let from = 0; from < drafts.length; from += BATCH) {
    for (const job of await prepareJobs(deps, drafts.slice(from, from + BATCH))) {
      if (job.embedding === null) continue;
      const skills = job.typicalSkills.map(toSkillKey).filter((key) => key !== "");
      const seniority = job.typicalSeniority === null ? null : SENIORITIES.indexOf(job.typicalSeniority);
      postings.push({
        facts: { skills, seniority, ...placeAndAge(rng) },
        ...{ embedding: job.embedding, careerCode: job.careerCode },
      });
    }
  }
  return postings;
}

const placeAndAge = (rng: Rng): Pick<JobFacts, "ageHours" | "isRemote" | "location"> => ({
  ageHours: AGE_HOURS_MAX * rng.uniform(),
  isRemote: rng.uniform() < REMOTE_SHARE,
  location: PLACES[rng.integer(PLACES.length)] ?? "",
});

export function drawSome<T>(list: readonly T[], count: number, rng: Rng): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled.slice(0, count);
}
