import { describe, expect, test } from "vitest";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import { toSalaryRange } from "@/lib/use-cases/salary-range";

type Wages = NonNullable<CatalogueCareer["wages"]>;
const makeWages = (overrides: Partial<Wages>): Wages => ({
  year: 2024,
  period: "year",
  p10: 42_110,
  p25: 55_000,
  median: 70_250,
  p75: 88_000,
  p90: 121_400,
  topCoded: [],
  ...overrides,
});

describe("a salary range in words", () => {
  test("goes from the 10th to the 90th percentile, in whole dollars a year", () => {
    expect(toSalaryRange(makeWages({}))).toEqual({
      period: "year",
      low: 42_110,
      median: 70_250,
      high: 121_400,
      text: "$42,110 – $121,400 a year",
    });
  });

  test("shows cents for wages by the hour", () => {
    expect(toSalaryRange(makeWages({ period: "hour", p10: 14.5, p90: 61.25 }))?.text).toBe("$14.50 – $61.25 an hour");
  });

  test("says 'or more' where the top is above the survey's ceiling, and gives no number for it", () => {
    const range = toSalaryRange(makeWages({ p75: null, p90: null, topCoded: ["p75", "p90"] }));
    expect(range).toMatchObject({ high: null, text: "$42,110 – $239,200 or more a year" });
    const hourly = toSalaryRange(makeWages({ period: "hour", p10: 30, p90: null, topCoded: ["p90"] }));
    expect(hourly?.text).toBe("$30.00 – $115.00 or more an hour");
  });

  test("needs neither end when the median alone is published", () => {
    expect(toSalaryRange(makeWages({ p10: null, p90: null }))?.text).toBe("$70,250 a year (median)");
    expect(toSalaryRange(makeWages({ p90: null }))?.text).toBe("$70,250 a year (median)");
  });

  test("says only the ceiling when even the lowest wages lie above it", () => {
    const all = { p10: null, p25: null, median: null, p75: null, p90: null };
    const range = toSalaryRange(makeWages({ ...all, topCoded: ["p10", "p25", "median", "p75", "p90"] }));
    expect(range).toMatchObject({ low: null, median: null, high: null, text: "$239,200 or more a year" });
  });

  test("is nothing when nothing is published", () => {
    expect(toSalaryRange(null)).toBeNull();
    expect(toSalaryRange(makeWages({ p10: null, p25: null, median: null, p75: null, p90: null }))).toBeNull();
  });
});
