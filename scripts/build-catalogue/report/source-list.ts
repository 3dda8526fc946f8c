import type { SourceFolders } from "../read/locate-sources";

export interface SourceNote {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly taken: string;
}

/** The sources of a build with their versions. ATTRIBUTION.md says the same at length. */
export function listSources(folders: Pick<SourceFolders, "onetVersion" | "profilesVersion">): SourceNote[] {
  return [
    {
      name: "O*NET Database",
      version: folders.onetVersion,
      licence: "CC BY 4.0, USDOL/ETA",
      taken: "titles, job zones, interests, values, styles, education shares, related careers, technologies",
    },
    {
      name: "O*NET skill and activity profiles, compiled by Jay Ricciardi",
      version: folders.profilesVersion,
      licence: "MIT (compilation), CC BY 4.0 (data)",
      taken: "importance of 35 skills and 41 work activities",
    },
    {
      name: "O*NET Database",
      version: "29",
      licence: "CC BY 4.0, USDOL/ETA",
      taken: "importance of knowledge and abilities, and of skills where nothing newer is at hand",
    },
    {
      name: "BLS Occupational Employment and Wage Statistics",
      version: "May 2024",
      licence: "public domain",
      taken: "wages, jobs by industry sector",
    },
    {
      name: "BLS Employment Projections",
      version: "2024-34",
      licence: "public domain",
      taken: "jobs, growth, openings, entry requirements, 17 skill scores, O*NET crosswalk",
    },
    {
      name: "CIP 2020 to SOC 2018 crosswalk, NCES and BLS",
      version: "2020",
      licence: "public domain",
      taken: "college majors",
    },
    {
      name: "GPTs are GPTs, OpenAI",
      version: "2024",
      licence: "MIT",
      taken: "model-rated exposure (beta)",
    },
    {
      name: "Working with AI, Microsoft",
      version: "2025",
      licence: "CC BY 4.0",
      taken: "AI applicability scores",
    },
    {
      name: "Waymark's career texts",
      version: "1",
      licence: "MIT, as the project",
      taken: "summary, day, fits, tough, keywords",
    },
  ];
}
