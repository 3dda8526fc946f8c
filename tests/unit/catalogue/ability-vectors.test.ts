import { describe, expect, test } from "vitest";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { buildCatalogue } from "@/scripts/build-catalogue/build-catalogue";
import { toRelativesMean } from "@/scripts/build-catalogue/derive/ability-vectors";
import { chooseRatings } from "@/scripts/build-catalogue/derive/career-ratings";
import { DIMENSION_ELEMENTS } from "@/scripts/build-catalogue/derive/dimension-elements";
import { toCatalogueReport } from "@/scripts/build-catalogue/report/catalogue-report";
import { toCatalogueFiles } from "@/scripts/build-catalogue/write-catalogue";
import {
  BARE_CODE,
  MINI_CODES,
  makeMiniSources,
  PROFILE_ONLY_CODE,
  SCORES_ONLY_CODE,
  toRatings,
} from "../../fixtures/catalogue/mini-sources";

function buildFiles(sources = makeMiniSources()) {
  const catalogue = buildCatalogue(sources);
  return { catalogue, files: toCatalogueFiles(catalogue, toCatalogueReport(catalogue, sources)) };
}

function vectorOf(catalogue: ReturnType<typeof buildCatalogue>, code: string): readonly number[] {
  return catalogue.careers.find((career) => career.code === code)?.abilityVector ?? [];
}

describe("ability vectors", () => {
  test("are estimated from the best evidence each occupation has", () => {
    const { catalogue } = buildFiles();
    const methodOf = (code: string) => catalogue.abilities.methods[MINI_CODES.indexOf(code)];
    expect(methodOf("15-1100.00")).toBe("rated");
    expect(methodOf(PROFILE_ONLY_CODE)).toBe("profile");
    expect(methodOf(SCORES_ONLY_CODE)).toBe("scores");
    expect(methodOf(BARE_CODE)).toBe("relatives");
    const estimated = catalogue.careers.filter((career) => career.abilityEstimated).map((career) => career.code);
    expect(estimated).toEqual([PROFILE_ONLY_CODE, SCORES_ONLY_CODE, BARE_CODE]);
  });

  test("that are estimated come close to what the hidden ratings would have given", () => {
    const sources = makeMiniSources();
    for (const code of [PROFILE_ONLY_CODE, SCORES_ONLY_CODE]) sources.wideRatings.set(code, toRatings(code));
    const truth = buildFiles(sources).catalogue;
    const { catalogue } = buildFiles();
    for (const code of [PROFILE_ONLY_CODE, SCORES_ONLY_CODE]) {
      for (const [d, value] of vectorOf(catalogue, code).entries()) {
        expect(Math.abs(value - (vectorOf(truth, code)[d] ?? 99)), `${code} ${DIMENSIONS[d]}`).toBeLessThan(1);
      }
    }
  });

  test("report a held-out error far below the baseline in a world without noise", () => {
    const { profileEstimator, scoresEstimator } = buildFiles().catalogue.abilities;
    for (const estimator of [profileEstimator, scoresEstimator]) {
      expect(estimator.trainedOn).toBe(60);
      for (const error of estimator.errors) {
        expect(error.baselineRmse).toBeGreaterThan(2.5);
        expect(error.rSquared, error.dimension).toBeGreaterThan(0.9);
      }
    }
  });

  test("rise with the ratings of the dimension's elements and with nothing else", () => {
    const sources = makeMiniSources();
    const code = "15-1130.00";
    const ratings = toRatings(code);
    const dimension = DIMENSIONS.indexOf("physical");
    const physical = DIMENSION_ELEMENTS.physical.map((element) => sources.elements.abilities.indexOf(element.name));
    sources.wideRatings.set(code, {
      ...ratings,
      abilities: (ratings.abilities ?? []).map((rating, j) => (physical.includes(j) ? 5 : rating)),
    });
    const before = vectorOf(buildFiles().catalogue, code);
    const after = vectorOf(buildFiles(sources).catalogue, code);
    expect(after[dimension]).toBeGreaterThan(before[dimension] ?? 10);
    expect(after[DIMENSIONS.indexOf("teaching")]).toBe(before[DIMENSIONS.indexOf("teaching")]);
  });

  test("fall back to the rated relatives with the longest common code", () => {
    const row = (value: number) => DIMENSIONS.map(() => value);
    const means = new Map([
      ["15-1252.01", row(1)],
      ["15-1252.02", row(3)],
      ["15-1299.01", row(9)],
    ]);
    expect(toRelativesMean("15-1252.00", means)).toEqual(row(2));
    expect(toRelativesMean("15-1290.00", means)).toEqual(row(9));
    expect(() => toRelativesMean("53-1011.00", means)).toThrow("no rated relative");
  });

  test("have elements for all 15 dimensions, none counted twice", () => {
    const keys = DIMENSIONS.flatMap((dimension) =>
      DIMENSION_ELEMENTS[dimension].map(({ kind, name }) => `${kind} ${name}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const dimension of DIMENSIONS) expect(DIMENSION_ELEMENTS[dimension].length).toBeGreaterThanOrEqual(4);
  });
});

describe("ratings", () => {
  test("prefer the release's own table, then a profile of the occupation itself, then the wide table", () => {
    const sources = makeMiniSources();
    const { skills } = sources.elements;
    const choose = () => chooseRatings("15-1100.00", sources, skills);
    expect(choose().skillsSource).toBe("profiles");
    sources.profiles = {
      ...sources.profiles,
      byCode: new Map([["15-1100", { sourceCodes: ["15-1100.01", "15-1100.02"], values: skills.map(() => 2) }]]),
    };
    expect(choose()).toEqual({ ratings: toRatings("15-1100.00"), skillsSource: "wide" });
    sources.longRatings.skills.set(
      "15-1100.00",
      skills.map(() => 4.2),
    );
    expect(choose()).toMatchObject({ skillsSource: "release", ratings: { skills: skills.map(() => 4.2) } });
    expect(chooseRatings(BARE_CODE, makeMiniSources(), skills).skillsSource).toBe("none");
  });
});

describe("the build", () => {
  test("gives the same bytes for the same input", () => {
    expect([...buildFiles().files]).toEqual([...buildFiles().files]);
  });

  test("does not depend on the order of rows in the sources", () => {
    const sources = makeMiniSources();
    sources.wideRatings = new Map([...sources.wideRatings].reverse());
    sources.skillScores = new Map([...sources.skillScores].reverse());
    sources.riasec = new Map([...sources.riasec].reverse());
    expect([...buildFiles(sources).files]).toEqual([...buildFiles().files]);
  });

  test("refuses two careers with one title and a career without a title, job zone or interests", () => {
    const twins = makeMiniSources();
    twins.titles.set("15-1101.00", "testers of 15-1100.00");
    expect(() => buildCatalogue(twins)).toThrow('15-1100.00 and 15-1101.00 share the title "testers of 15-1100.00"');
    const nameless = makeMiniSources();
    nameless.titles.delete("15-1101.00");
    expect(() => buildCatalogue(nameless)).toThrow("Occupation Data.txt: no row for 15-1101.00");
    const unranked = makeMiniSources();
    unranked.riasec.delete("15-1101.00");
    expect(() => buildCatalogue(unranked)).toThrow("15-1101.00 has no interests");
  });

  test("names the career and field that break the contract", () => {
    const sources = makeMiniSources();
    sources.jobZones.set("15-1101.00", 9);
    expect(() => buildCatalogue(sources)).toThrow("15-1101.00 breaks the catalogue contract at jobZone");
  });
});
