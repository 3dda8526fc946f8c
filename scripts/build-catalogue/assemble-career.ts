import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { getClusterId } from "./clusters";
import { chooseAlternateTitles } from "./derive/alternate-titles";
import { chooseMajors } from "./derive/career-majors";
import { chooseStyles } from "./derive/career-styles";
import { toIndustries } from "./derive/industries";
import { roundTo } from "./derive/percentile-rank";
import { chooseTechnologies } from "./derive/technologies";
import { SourceError } from "./read/source-error";
import type { Sources } from "./read-sources";
import type { CareerText } from "./sources/career-texts";
import type { Ratings } from "./sources/onet-ratings";

const RELATED_COUNT_MAX = 12;
const SOC_CODE_LENGTH = "15-1252".length;

/** What a career has only in comparison with all others. */
export interface ComparedFigures {
  readonly abilityVector: readonly number[];
  readonly abilityEstimated: boolean;
  readonly ratings: Ratings;
  readonly stressPercentile: number | null;
  readonly exposurePercentile: number | null;
  /** True when the BLS figures are those of a group with other careers of the catalogue, or broader than this career. */
  readonly blsShared: boolean;
}

/**
 * Puts one career together from its text and every source.
 * @throws SourceError when a source lacks what every career must have: title, job zone, interests
 */
export function assembleCareer(
  text: CareerText,
  sources: Sources,
  compared: ComparedFigures,
  isInCatalogue: (code: string) => boolean,
): CatalogueCareer {
  const { code } = text;
  const title = requireRow(sources.titles, code, "Occupation Data.txt");
  const reported = sources.reportedTitles.get(code) ?? [];
  const alternate = sources.alternateTitles.get(code) ?? [];
  const { summary, day, fits, tough, keywords } = text;
  return {
    code,
    title,
    alternateTitles: chooseAlternateTitles(title, reported, alternate),
    cluster: getClusterId(code),
    jobZone: requireRow(sources.jobZones, code, "Job Zones.txt"),
    summary,
    day,
    fits,
    tough,
    keywords,
    abilityVector: [...compared.abilityVector],
    abilityEstimated: compared.abilityEstimated,
    ...toBlsFigures(code, sources, compared.blsShared),
    riasec: requireRow(sources.riasec, code, "Interests.txt"),
    values: sources.values.get(code) ?? null,
    styles: chooseStyles(sources.styles.get(code) ?? new Map()),
    stressPercentile: compared.stressPercentile,
    skills: toPlainRatings(compared.ratings.skills),
    knowledge: toPlainRatings(compared.ratings.knowledge),
    abilities: toPlainRatings(compared.ratings.abilities),
    technologies: chooseTechnologies(sources.technologies.get(code) ?? []),
    related: (sources.related.get(code) ?? []).filter(isInCatalogue).slice(0, RELATED_COUNT_MAX),
    majors: chooseMajors(
      [title, ...alternate.map((other) => other.title), ...keywords],
      sources.majors.get(code.slice(0, SOC_CODE_LENGTH)) ?? [],
    ),
    industries: toCareerIndustries(code, sources),
    ai: {
      exposure: roundNullable(sources.exposure.get(code), 4),
      applicability: roundNullable(sources.applicability.get(toBlsCode(code, sources)), 4),
      exposurePercentile: compared.exposurePercentile,
    },
  };
}

/** The BLS code of a career; its first six digits where the crosswalk has no row for it. */
export function toBlsCode(code: string, sources: Pick<Sources, "crosswalk">): string {
  return sources.crosswalk.get(code)?.code ?? code.slice(0, SOC_CODE_LENGTH);
}

type BlsFigures = Pick<CatalogueCareer, "blsCode" | "blsTitle" | "blsShared" | "wages" | "outlook" | "education">;

function toBlsFigures(code: string, sources: Sources, isShared: boolean): BlsFigures {
  const blsCode = toBlsCode(code, sources);
  const projection = sources.projections.get(blsCode);
  const wages = sources.wages.get(blsCode)?.wages ?? null;
  const education = sources.education.get(code);
  const isPublished = projection !== undefined || wages !== null;
  return {
    blsCode: isPublished ? blsCode : null,
    blsTitle: isPublished ? (sources.crosswalk.get(code)?.title ?? null) : null,
    blsShared: isPublished && isShared,
    wages,
    outlook: projection?.outlook ?? null,
    education: {
      ...(projection?.entry ?? { typicalEntry: null, experience: null, training: null }),
      distribution: education && !education.isUnreliable ? education.shares.map((share) => roundTo(share, 1)) : null,
    },
  };
}

function toCareerIndustries(code: string, sources: Sources): CatalogueCareer["industries"] {
  const blsCode = toBlsCode(code, sources);
  return toIndustries(sources.sectors.get(blsCode) ?? [], sources.wages.get(blsCode)?.employment ?? null);
}

function requireRow<Value>(rows: ReadonlyMap<string, Value>, code: string, file: string): Value {
  const value = rows.get(code);
  if (value === undefined) throw new SourceError(file, `no row for ${code}, which careers/texts.jsonl has a text for`);
  return value;
}

/** The source has two decimals; averages and float noise go. */
function toPlainRatings(ratings: readonly number[] | null): number[] | null {
  return ratings === null ? null : ratings.map((rating) => roundTo(rating, 2));
}

function roundNullable(value: number | undefined, decimals: number): number | null {
  return value === undefined ? null : roundTo(value, decimals);
}
