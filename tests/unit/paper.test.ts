import { expect, test } from "vitest";
import { findPaper } from "@/components/share/paper";

test.each([
  [["en-US", "de-DE"], "letter"],
  [["en", "en-GB"], "a4"],
  [["zh-Hant-TW"], "a4"],
  [["es-419", "es-MX"], "letter"],
  [["fr-ca"], "letter"],
  [["en"], "letter"],
  [[], "letter"],
] as const)("a browser that speaks %j prints on %s", (languages, paper) => {
  expect(findPaper(languages)).toBe(paper);
});
