import type { DimensionError } from "../derive/score-estimator";
import type { CatalogueReport } from "./catalogue-report";

/** The report as a page for people. */
export function toReportMarkdown(report: CatalogueReport): string {
  const { abilityVectors, ratings, wages, bls, education } = report;
  const { profile = [], scores = [], relatives = [] } = abilityVectors.estimated;
  const sections = [
    "# Catalogue report",
    "Written by `npm run catalogue:build`; the same sources give the same report. `report.json` has the same figures.",
    "## Sources",
    toTable(
      ["source", "version", "licence", "taken"],
      report.sources.map((source) => [source.name, source.version, source.licence, source.taken]),
    ),
    "## Careers",
    toTable(
      ["what", "careers"],
      [
        ["in the catalogue", report.careers],
        ["occupations of the release without a Waymark text", report.occupationsWithoutText.length],
        ["BLS figures shared with other careers", bls.shared],
        ["no wages", toCount(wages.missing)],
        ["wages by the hour only", toCount(wages.hourlyOnly)],
        ["at least one wage percentile at the survey's ceiling", wages.topCoded.careers ?? 0],
        ["median wage at the survey's ceiling", wages.topCoded.median ?? 0],
        ["no outlook", toCount(bls.missingOutlook)],
        ["no typical entry level", toCount(education.missingTypicalEntry)],
        ["no industries", toCount(bls.missingIndustries)],
        ["education shares not surveyed", education.missingDistribution],
        ["education shares left out: O*NET recommends not to show some of them", education.unreliableDistribution],
        ["no work values", report.missingWorkValues.length],
        ["no work styles, so no stress percentile", report.missingWorkStyles.length],
        ["no majors", report.missingMajors],
        ["no alternate titles", toCount(report.missingAlternateTitles)],
        ["no technologies", toCount(report.missingTechnologies)],
        ["no AI exposure", toCount(report.missingExposure)],
        ["no AI applicability", toCount(report.missingApplicability)],
      ],
    ),
    "## Ratings",
    toTable(
      ["skills from", "careers"],
      [
        ["the release's own table", ratings.skillsFrom.release ?? 0],
        ["a profile compiled from the release for this very occupation", ratings.skillsFrom.profiles ?? 0],
        ["O*NET 29", ratings.skillsFrom.wide ?? 0],
        ["nowhere", ratings.skillsFrom.none ?? 0],
      ],
    ),
    `Without knowledge ratings: ${ratings.withoutKnowledge}. Without ability ratings: ${ratings.withoutAbilities}.`,
    "## Ability vectors",
    `${abilityVectors.rated} careers have every rating. ${profile.length + scores.length + relatives.length} are estimated:`,
    toTable(
      ["from", "careers", "codes"],
      [
        ["skill and activity profile of the 6-digit occupation", profile.length, profile.join(", ")],
        ["BLS skill scores", scores.length, scores.join(", ")],
        ["rated relatives", relatives.length, relatives.join(", ") || "none"],
      ],
    ),
    `Synthetic profiles dropped: ${abilityVectors.droppedProfiles.join(", ") || "none"}.`,
    ...toEstimatorSections("From the profile (76 importances and 6 interests)", abilityVectors.profileEstimator),
    ...toEstimatorSections("From the BLS skill scores (17 scores and 6 interests)", abilityVectors.scoresEstimator),
    "## Clusters",
    toTable(
      ["cluster", "id", "careers"],
      report.clusters.map((cluster) => [cluster.name, cluster.id, cluster.careers]),
    ),
  ];
  return `${sections.join("\n\n")}\n`;
}

function toEstimatorSections(
  title: string,
  estimator: { trainedOn: number; folds: number; errors: readonly DimensionError[] },
): string[] {
  const mean = (figureOf: (error: DimensionError) => number) =>
    (estimator.errors.reduce((sum, error) => sum + figureOf(error), 0) / estimator.errors.length).toFixed(3);
  return [
    `### ${title}`,
    `Ridge regression on ${estimator.trainedOn} fully rated careers, ${estimator.folds}-fold cross-validation with all careers of a ` +
      "6-digit code in one fold. Errors are on the 0-10 scale; the baseline answers the mean. The penalty was chosen on the same folds.",
    toTable(
      ["dimension", "RMSE", "baseline", "R2", "penalty"],
      [
        ...estimator.errors.map((e) => [
          e.dimension,
          e.rmse.toFixed(3),
          e.baselineRmse.toFixed(3),
          e.rSquared.toFixed(3),
          e.lambda,
        ]),
        ["mean", mean((e) => e.rmse), mean((e) => e.baselineRmse), mean((e) => e.rSquared), ""],
      ],
    ),
  ];
}

function toCount(codes: readonly string[]): string {
  return codes.length > 0 && codes.length <= 12 ? `${codes.length} (${codes.join(", ")})` : String(codes.length);
}

function toTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}
