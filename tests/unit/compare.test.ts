import { describe, expect, test } from "vitest";
import { differsAtAll, differsBy, differsByFactor, findHighest, toYearlyPay } from "@/components/compare/compare-rows";
import { parseCodes, toCompareHref } from "@/components/compare/compare-url";

const [A, B, C, D, E] = ["11-1011.00", "15-1252.00", "27-1024.00", "29-1141.00", "47-2111.00"] as const;

describe("the careers that an address asks for", () => {
  test.each([
    [undefined, { codes: [] }],
    ["", { codes: [] }],
    [",, ,", { codes: [] }],
    [`${A},${B}`, { codes: [A, B] }],
    [` ${A} , ${B} `, { codes: [A, B] }],
    [[A, `${B},${C}`], { codes: [A, B, C] }],
    [`${A},${B},${A},${A}`, { codes: [A, B], repeated: [A] }],
    [`${A},${B},${C},${D},${E}`, { codes: [A, B, C, D], surplus: [E] }],
    [`${A},${A},${B},${C},${D}`, { codes: [A, B, C, D], repeated: [A] }],
    [`x,${A},<b>,x`, { codes: [A], malformed: ["x", "<b>"] }],
    ["11-1011", { codes: [], malformed: ["11-1011"] }],
  ])("%j", (value, expected) => {
    expect(parseCodes(value)).toEqual({ malformed: [], repeated: [], surplus: [], ...expected });
  });

  test("an address made for careers asks for exactly these", () => {
    for (const codes of [[], [A], [A, B, C, D]]) {
      const query = new URL(toCompareHref(codes), "http://localhost").searchParams.get("codes");
      expect(parseCodes(query ?? undefined).codes).toEqual(codes);
    }
  });
});

describe("what differs", () => {
  test("is far enough apart, and what is not published is no difference", () => {
    expect(differsBy([1, 4], 3)).toBe(true);
    expect(differsBy([1, 3.9, null], 3)).toBe(false);
    expect(differsBy([null, 4], 3)).toBe(false);
    expect(differsBy([], 0)).toBe(false);
    expect(differsByFactor([10, 20, null], 2)).toBe(true);
    expect(differsByFactor([10, 19], 2)).toBe(false);
    expect(differsByFactor([0, 19], 2)).toBe(false);
    expect(differsAtAll(["a", "a", null])).toBe(false);
    expect(differsAtAll(["a", "b"])).toBe(true);
  });

  test("the highest is one, among several", () => {
    expect(findHighest([1, 3, null, 2])).toBe(1);
    expect(findHighest([3, 3, 1])).toBe(-1);
    expect(findHighest([null, 3])).toBe(-1);
    expect(findHighest([-5, -2])).toBe(1);
  });

  test("pay by the hour compares as that of a full-time year, and pay above the survey's ceiling as the ceiling", () => {
    const wages = { year: 2024 as const, p10: null, p25: null, p75: null, p90: null, topCoded: [] };
    expect(toYearlyPay({ wages: null })).toBeNull();
    expect(toYearlyPay({ wages: { ...wages, period: "hour", median: 20 } })).toBe(41_600);
    expect(toYearlyPay({ wages: { ...wages, period: "year", median: 50_000 } })).toBe(50_000);
    expect(toYearlyPay({ wages: { ...wages, period: "year", median: null } })).toBeNull();
    expect(toYearlyPay({ wages: { ...wages, period: "year", median: null, topCoded: ["median"] } })).toBe(239_200);
  });
});
