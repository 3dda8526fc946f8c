import {
  type CatalogueCareer,
  CatalogueCareerSchema,
  type CatalogueElements,
  type Cluster,
} from "@/lib/contracts/catalogue";
import { assembleCareer, toBlsCode } from "./assemble-career";
import { CLUSTERS } from "./clusters";
import { type AbilityVectors, deriveAbilityVectors } from "./derive/ability-vectors";
import { type CareerRatings, chooseRatings, isOwnProfile, toProfileSkills } from "./derive/career-ratings";
import { toPercentileRanks } from "./derive/percentile-rank";
import type { Sources } from "./read-sources";
import { INTEREST_NAMES } from "./sources/onet-interests";

export interface Catalogue {
  readonly careers: readonly CatalogueCareer[];
  readonly clusters: readonly Cluster[];
  readonly elements: CatalogueElements;
  /** How the careers came about, for the report. */
  readonly abilities: AbilityVectors;
  readonly ratings: ReadonlyMap<string, CareerRatings>;
}

/**
 * Builds the whole catalogue from parsed sources. Pure: the same sources give the same catalogue.
 * @throws Error naming the career and field when one does not satisfy the contract
 */
export function buildCatalogue(sources: Sources): Catalogue {
  const codes = sources.texts.map((text) => text.code);
  const ratings = new Map(codes.map((code) => [code, chooseRatings(code, sources, sources.elements.skills)]));
  const abilities = deriveAbilityVectors(
    codes.map((code) => toEvidence(code, sources, ratings)),
    sources.elements,
  );
  const stress = toPercentiles(codes, (code) => sources.styles.get(code)?.get("Stress Tolerance"));
  const exposure = toPercentiles(codes, (code) => sources.exposure.get(code));
  const isShared = toSharedTest(codes, sources);
  const inCatalogue = new Set(codes);
  const careers = sources.texts.map((text, index) => {
    const compared = {
      abilityVector: abilities.vectors[index] ?? [],
      abilityEstimated: abilities.methods[index] !== "rated",
      ratings: getRatings(ratings, text.code).ratings,
      stressPercentile: stress.get(text.code) ?? null,
      exposurePercentile: exposure.get(text.code) ?? null,
      blsShared: isShared(text.code),
    };
    return checkCareer(assembleCareer(text, sources, compared, (code) => inCatalogue.has(code)));
  });
  checkTitles(careers);
  return { careers, clusters: CLUSTERS, elements: sources.elements, abilities, ratings };
}

function toEvidence(code: string, sources: Sources, ratings: ReadonlyMap<string, CareerRatings>) {
  const profile = sources.profiles.byCode.get(code.slice(0, 7));
  const riasec = sources.riasec.get(code);
  if (!riasec) throw new Error(`${code} has no interests; every career must have them`);
  const { realistic, investigative, artistic, social, enterprising, conventional } = riasec;
  const interests = [realistic, investigative, artistic, social, enterprising, conventional];
  if (interests.length !== INTEREST_NAMES.length) throw new Error("interests and their names disagree");
  return {
    code,
    ratings: { ...getRatings(ratings, code).ratings, interests },
    profile: profile
      ? {
          values: profile.values,
          skills: toProfileSkills(profile, sources.profiles, sources.elements.skills),
          isOwn: isOwnProfile(code, profile),
        }
      : null,
    scores: sources.skillScores.get(toBlsCode(code, sources)) ?? null,
  };
}

function getRatings(ratings: ReadonlyMap<string, CareerRatings>, code: string): CareerRatings {
  const found = ratings.get(code);
  if (!found) throw new Error(`no ratings were chosen for ${code}`);
  return found;
}

/** Percentile ranks, 0 to 100, among the careers that have a value; the others are absent. */
function toPercentiles(codes: readonly string[], figureOf: (code: string) => number | undefined): Map<string, number> {
  const rated = codes.flatMap((code) => {
    const value = figureOf(code);
    return value === undefined ? [] : [{ code, value }];
  });
  const ranks = toPercentileRanks(
    rated.map(({ value }) => value),
    100,
  );
  return new Map(rated.map(({ code }, index) => [code, ranks[index] ?? 0]));
}

/** BLS figures are shared when other careers have the same BLS code, or when BLS merged this occupation into a group. */
function toSharedTest(codes: readonly string[], sources: Sources): (code: string) => boolean {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(toBlsCode(code, sources), (counts.get(toBlsCode(code, sources)) ?? 0) + 1);
  return (code) => (counts.get(toBlsCode(code, sources)) ?? 0) > 1 || !code.startsWith(toBlsCode(code, sources));
}

function checkCareer(career: CatalogueCareer): CatalogueCareer {
  const parsed = CatalogueCareerSchema.safeParse(career);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${career.code} breaks the catalogue contract at ${issue?.path.join(".")}: ${issue?.message}`);
}

/** Titles name careers in lists and addresses, so two careers must not share one. */
function checkTitles(careers: readonly CatalogueCareer[]): void {
  const codes = new Map<string, string>();
  for (const { code, title } of careers) {
    const other = codes.get(title.toLowerCase());
    if (other) throw new Error(`${other} and ${code} share the title "${title}"`);
    codes.set(title.toLowerCase(), code);
  }
}
