import { describe, expect, test } from "vitest";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { judgeSalary, toYearWages } from "@/lib/use-cases/employer/judge-salary";

const WAGES = { p10: 40_000, p25: 50_000, median: 60_000, p75: 75_000, p90: 90_000 };
const RECORD: NonNullable<CatalogueCareer["wages"]> = { year: 2024, period: "year", topCoded: [], ...WAGES };
const judge = (salaryMin: number | null, salaryMax: number | null, wages: typeof WAGES | null = WAGES) =>
  judgeSalary(wages, { salaryMin, salaryMax });

describe("the verdict on what is offered", () => {
  test.each([
    [39_999, 39_999, "below"],
    [40_000, 40_000, "low"],
    [49_999, 49_999, "low"],
    [50_000, 50_000, "typical"],
    [75_000, 75_000, "typical"],
    [75_001, 75_001, "high"],
    [90_000, 90_000, "high"],
    [90_001, 90_001, "above"],
    // The middle counts.
    [30_000, 49_000, "below"],
    [30_000, 90_000, "typical"],
    [null, 45_000, "low"],
    [95_000, null, "above"],
    [0, 0, "below"],
  ])("of %s to %s is %s", (salaryMin, salaryMax, verdict) => {
    expect(judge(salaryMin, salaryMax)).toBe(verdict);
  });

  test("is none without an offer or without wages", () => {
    expect(judge(null, null)).toBeNull();
    expect(judge(50_000, 60_000, null)).toBeNull();
  });

  test("never says above what the statistics know", () => {
    const wages = { ...WAGES, p75: 239_200, p90: 239_200 };
    expect(judge(900_000, 900_000, wages)).toBe("typical");
    expect(judge(900_000, 900_000, { ...wages, p75: 200_000 })).toBe("high");
  });
});

describe("wages by the year", () => {
  test("are those of the year, or 2,080 hours", () => {
    expect(toYearWages(RECORD)).toEqual(WAGES);
    const hourly = { p10: 10, p25: 20, median: 30, p75: 40, p90: 50 };
    expect(toYearWages({ ...RECORD, ...hourly, period: "hour" })).toEqual({
      p10: 20_800,
      p25: 41_600,
      median: 62_400,
      p75: 83_200,
      p90: 104_000,
    });
  });

  test("have the ceiling where the statistics say only that they are above it", () => {
    expect(toYearWages({ ...RECORD, p90: null, topCoded: ["p90"] })).toEqual({ ...WAGES, p90: 239_200 });
  });

  test("are none where a percentile is not published", () => {
    expect(toYearWages({ ...RECORD, p25: null })).toBeNull();
    expect(toYearWages(null)).toBeNull();
  });
});
