import { LOCATION_LENGTH_MAX, SENIORITIES, SKILL_LENGTH_MAX } from "@/lib/contracts/me";
import { createRng, drawSome, mixSeed } from "@/lib/engine/math/random";
import { toUnitRows } from "@/lib/engine/math/vectors";
import { type SimulatedSeeker, simulateJobSeekers } from "@/lib/engine/simulate/job-seekers";
import { DEFAULT_JOB_VISIT_PARAMS } from "@/lib/engine/simulate/job-visits";
import { drawVisitDays } from "@/lib/engine/simulate/people";
import { type CareerSnapshot, getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import type { OpenJobWorld } from "./open-job-world";

const STATED_SKILLS = 6;
const PLACES_MAX = 20;
/** Where jobs name no place. */
const SOMEWHERE = ["Chicago, IL"];
const EMBEDDED_AT_ONCE = 500;

/** Somebody who will look for jobs. */
export type JobVisitor = {
  /** Their number, from 0. */
  person: number;
  seeker: SimulatedSeeker;
  /** What they say of themselves. */
  profile: {
    headline: string;
    skills: string[];
    preferredLocations: string[];
    seniority: (typeof SENIORITIES)[number];
  };
  /** Days on which they come, from 0, ascending; never empty. */
  days: readonly number[];
};

/**
 * People who look for jobs: each says an occupation, as many of each as there are jobs of it, and some of its tools; what they keep back, their
 * level and their place are drawn (job-seekers.ts). The first ones are the same in any crowd.
 */
export async function makeJobVisitors(
  deps: Deps,
  { world, jobs }: OpenJobWorld,
  { people, days, seed }: { people: number; days: number; seed: number },
): Promise<JobVisitor[]> {
  const snapshot = await getCareerSnapshot(deps);
  const said = Array.from({ length: people }, (_, person) => say(snapshot, jobs, mixSeed(seed, 12, person)));
  const statements: Float32Array[] = [];
  for (let from = 0; from < people; from += EMBEDDED_AT_ONCE) {
    const texts = said
      .slice(from, from + EMBEDDED_AT_ONCE)
      .map(({ headline, skills }) => `${headline}. ${skills.join(", ")}`);
    statements.push(...((await deps.embedder?.embed(texts)) ?? []));
  }
  const seekers = simulateJobSeekers(
    toUnitRows(statements, world.embeddings.cols),
    world.kinds,
    listPlaces(world.jobs),
    mixSeed(seed, 13),
    world.params,
  );
  return seekers.map((seeker, person) => ({
    ...{ person, seeker },
    profile: {
      ...{ headline: "", skills: [], ...said[person] },
      preferredLocations: [seeker.place],
      seniority: SENIORITIES[seeker.seniority] ?? "MID",
    },
    days: drawVisitDays(days, DEFAULT_JOB_VISIT_PARAMS, createRng(mixSeed(seed, 14, person))),
  }));
}

function say(
  snapshot: CareerSnapshot,
  jobs: OpenJobWorld["jobs"],
  seed: number,
): { headline: string; skills: string[] } {
  const rng = createRng(seed);
  const code = jobs[rng.integer(jobs.length)]?.careerCode ?? "";
  const position = snapshot.positions.get(code) ?? rng.integer(snapshot.careers.length);
  const record = snapshot.careers[position]?.record;
  const names = (record?.technologies ?? []).map(({ name }) => name).filter(({ length }) => length <= SKILL_LENGTH_MAX);
  return {
    headline: record?.title ?? "",
    skills: drawSome(names.length, STATED_SKILLS, rng).map((at) => names[at] as string),
  };
}

/** The places that most jobs name, most first. */
function listPlaces(jobs: OpenJobWorld["world"]["jobs"]): string[] {
  const counts = new Map<string, number>();
  for (const { location } of jobs)
    for (const place of location.split(";").map((name) => name.trim()))
      if (place !== "" && place.length <= LOCATION_LENGTH_MAX) counts.set(place, (counts.get(place) ?? 0) + 1);
  const places = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([place]) => place);
  return places.length === 0 ? SOMEWHERE : places.slice(0, PLACES_MAX);
}
