import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CatalogueElements } from "@/lib/contracts/catalogue";
import { parseCommaSeparated, parseCommaSeparatedHeader, parseTabSeparated } from "./read/delimited";
import { readSourceText, type SourceFolders, sourceName } from "./read/locate-sources";
import { SourceError } from "./read/source-error";
import { readSpreadsheetTable } from "./read/spreadsheet";
import type { Table } from "./read/table";
import { APPLICABILITY_COLUMNS, EXPOSURE_COLUMNS, parseApplicability, parseExposure } from "./sources/ai-exposure";
import { CROSSWALK_COLUMNS, parseCrosswalk } from "./sources/bls-crosswalk";
import { OUTLOOK_COLUMNS, parseProjections } from "./sources/bls-outlook";
import { parseSectorJobs, SECTOR_COLUMNS } from "./sources/bls-sectors";
import { parseSkillScores, SKILL_SCORE_COLUMNS } from "./sources/bls-skill-scores";
import { parseWages, WAGE_COLUMNS } from "./sources/bls-wages";
import { parseCareerTexts } from "./sources/career-texts";
import { MAJOR_COLUMNS, parseMajors } from "./sources/majors";
import { EDUCATION_COLUMNS, parseEducationShares } from "./sources/onet-education";
import { ELEMENT_COLUMNS, parseElementValues, parseInterests, parseWorkValues } from "./sources/onet-interests";
import {
  parseElementNames,
  parseLongRatings,
  parseWideRatings,
  RATING_KINDS,
  type RatingKind,
  toRatingColumns,
} from "./sources/onet-ratings";
import * as titles from "./sources/onet-titles";
import { parseSkillProfiles } from "./sources/skill-profiles";
import { amendCareerTexts } from "./sources/text-amendments";

/** Every source, parsed. */
export type Sources = Awaited<ReturnType<typeof readSources>>;

/** O*NET's own long rating tables, used where a release folder has them. */
const LONG_TABLES: Readonly<Record<RatingKind, string>> = {
  skills: "Skills.txt",
  knowledge: "Knowledge.txt",
  abilities: "Abilities.txt",
};

/**
 * Reads and parses every source.
 * @throws SourceError naming the file and column at fault
 */
export async function readSources(folders: SourceFolders) {
  const raw = (path: string) => join(folders.root, "raw", path);
  const csv = <Column extends string>(path: string, columns: readonly Column[]): Table<Column> =>
    parseCommaSeparated(sourceName(folders, raw(path)), readSourceText(folders, raw(path)), columns);
  const spreadsheet = <Column extends string>(path: string, sheet: string, columns: readonly Column[]) => {
    if (!existsSync(raw(path))) throw new SourceError(sourceName(folders, raw(path)), "not found");
    return readSpreadsheetTable(raw(path), sourceName(folders, raw(path)), sheet, columns);
  };
  const textsPath = join(folders.root, "careers", "texts.jsonl");
  const profilesPath = join(folders.profiles, "onet_skill_profiles.json");
  return {
    folders,
    texts: amendCareerTexts(parseCareerTexts(sourceName(folders, textsPath), readSourceText(folders, textsPath))),
    ...readOnetTables(folders),
    ...readRatings(folders),
    profiles: parseSkillProfiles(sourceName(folders, profilesPath), readSourceText(folders, profilesPath)),
    crosswalk: parseCrosswalk(
      await spreadsheet("bls/nem-onet-to-soc-crosswalk.xlsx", "ONET to SOC crosswalk", CROSSWALK_COLUMNS),
    ),
    wages: parseWages(await spreadsheet("bls/national_M2024_dl.xlsx", "national_M2024_dl", WAGE_COLUMNS)),
    sectors: parseSectorJobs(await spreadsheet("bls/natsector_M2024_dl.xlsx", "Natsector_M2024_dl", SECTOR_COLUMNS)),
    projections: parseProjections(await spreadsheet("bls/occupation.xlsx", "Table 1.2", OUTLOOK_COLUMNS)),
    skillScores: parseSkillScores(await spreadsheet("bls/skills.xlsx", "Table 6.5", SKILL_SCORE_COLUMNS)),
    majors: parseMajors(csv("cip_soc/CIP2020_SOC2018_Crosswalk.csv", MAJOR_COLUMNS)),
    exposure: parseExposure(csv(join("ai_exposure", "gpts_are_gpts_occ_level.csv"), EXPOSURE_COLUMNS)),
    applicability: parseApplicability(
      csv(join("ai_exposure", "working_with_ai_soc_metrics.csv"), APPLICABILITY_COLUMNS),
    ),
  };
}

function readOnetTables(folders: SourceFolders) {
  const table = <Column extends string>(name: string, columns: readonly Column[]) =>
    readOnetTable(folders, name, columns);
  const interests = table("Interests.txt", ELEMENT_COLUMNS);
  return {
    titles: titles.parseTitles(table("Occupation Data.txt", titles.TITLE_COLUMNS)),
    jobZones: titles.parseJobZones(table("Job Zones.txt", titles.JOB_ZONE_COLUMNS)),
    reportedTitles: titles.parseReportedTitles(table("Sample of Reported Titles.txt", titles.REPORTED_COLUMNS)),
    alternateTitles: titles.parseAlternateTitles(table("Alternate Titles.txt", titles.ALTERNATE_COLUMNS)),
    related: titles.parseRelated(table("Related Occupations.txt", titles.RELATED_COLUMNS)),
    technologies: titles.parseTechnologies(table("Technology Skills.txt", titles.TECHNOLOGY_COLUMNS)),
    riasec: parseInterests(interests),
    values: parseWorkValues(table("Work Values.txt", ELEMENT_COLUMNS)),
    styles: parseElementValues(table("Work Styles.txt", ELEMENT_COLUMNS), "WI"),
    education: parseEducationShares(table("Education, Training, and Experience.txt", EDUCATION_COLUMNS)),
  };
}

function readRatings(folders: SourceFolders) {
  const path = join(folders.root, "raw", "onet_29", "ONET_29_Merged_Data.csv");
  const file = sourceName(folders, path);
  const text = readSourceText(folders, path);
  const elements = parseElementNames(file, parseCommaSeparatedHeader(file, text));
  const table = parseCommaSeparated(file, text, ["O*NET-SOC Code", ...toRatingColumns(elements)]);
  return {
    elements,
    wideRatings: parseWideRatings(table, elements),
    longRatings: readLongRatings(folders, elements),
  };
}

/** The release's own ratings by kind; empty maps where the folder lacks the table. */
function readLongRatings(folders: SourceFolders, elements: CatalogueElements) {
  const pairs = RATING_KINDS.map((kind) => {
    const isThere = existsSync(join(folders.onet, LONG_TABLES[kind]));
    const ratings = isThere
      ? parseLongRatings(readOnetTable(folders, LONG_TABLES[kind], ELEMENT_COLUMNS), elements[kind])
      : new Map<string, readonly number[]>();
    return [kind, ratings] as const;
  });
  return Object.fromEntries(pairs) as Record<RatingKind, Map<string, readonly number[]>>;
}

function readOnetTable<Column extends string>(folders: SourceFolders, name: string, columns: readonly Column[]) {
  const path = join(folders.onet, name);
  return parseTabSeparated(sourceName(folders, path), readSourceText(folders, path), columns);
}
